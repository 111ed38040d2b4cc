import { spotlight } from '@mantine/spotlight'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { href, type Route } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useBootstrap, useHome } from '../../api/reads'
import { Loading } from '../../ui/Loading'
import { Tile } from '../../ui/Tile'
import type { Tone } from '../../ui/tone'
import { useText } from '../../text/useText'
import classes from './HomeScreen.module.css'
import { RecentScans } from './RecentScans'
import { ScanInvitation } from './ScanInvitation'
import { useTileNote } from './useTileNote'

const tones: Readonly<Record<string, Tone>> = { late: 'late', warn: 'warn' }

/** The tiles that lead to a screen of their own; the others to a part of the worklist. */
const tileRoutes: Readonly<Record<string, Route>> = { approvals: { screen: 'approvals' }, to_put_away: { screen: 'putaway' } }

/** Where the day starts: nothing to focus, scan anything. */
export function HomeScreen({ onByHand }: { readonly onByHand: () => void }): ReactNode {
  const { t, sentence } = useText()
  useFind('home')
  const home = useHome()
  const name = useBootstrap().data?.stationName ?? t('screen.nav.home')
  const note = useTileNote()
  return (
    <Frame title={name}>
      <div className={classes.screen}>
        <ScanInvitation onByHand={onByHand} onAllActions={() => spotlight.open()} />
        <Loading query={home}>
          {({ tiles, scans }) => (
            <>
              <nav className={classes.tiles} aria-label={t('screen.nav.worklist')}>
                {tiles.map((tile) => (
                  <Tile key={tile.code} label={sentence(`home.tile.${tile.code}`)} count={tile.count} tone={tones[tile.tone] ?? 'plain'}
                    note={note(tile)} href={href(tileRoutes[tile.code] ?? { screen: 'worklist', filter: tile.code })} />
                ))}
              </nav>
              <RecentScans scans={scans} />
            </>
          )}
        </Loading>
      </div>
    </Frame>
  )
}
