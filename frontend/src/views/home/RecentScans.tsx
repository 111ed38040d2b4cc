import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import type { Tone } from '../../ui/tone'
import { stageTone } from '../worklist/stages'
import classes from './RecentScans.module.css'

const rowHeight = 57

/** What was scanned last, each thing once, as many as there is room for. */
export function RecentScans({ scans }: { readonly scans: readonly api.ScanView[] }): ReactNode {
  const { t } = useText()
  const { ref, height } = useElementSize<HTMLDivElement>()
  const room = Math.max(1, Math.floor(height / rowHeight))
  const named = ({ row, code }: api.ScanView): string => row?.id ?? code
  const latest = scans.filter((scan, i) => scans.findIndex((other) => named(other) === named(scan)) === i)
  return (
    <section className={classes.recent} aria-labelledby="recent-scans">
      <h2 id="recent-scans">{t('screen.home.recent')}</h2>
      <div className={classes.room} ref={ref}>
        {scans.length === 0
          ? <p className={classes.none}>{t('home.no_scans')}</p>
          : <ul className={classes.list}>{latest.slice(0, room).map((scan) => <Line key={`${scan.at} ${scan.code}`} scan={scan} />)}</ul>}
      </div>
    </section>
  )
}

function Line({ scan: { code, at, row, result } }: { readonly scan: api.ScanView }): ReactNode {
  const { t, format } = useText()
  const now = useNow()
  const address = row ? href({ screen: 'case', id: row.id, step: null }) : href({ screen: 'scanned', code })
  return (
    <li>
      <a className={classes.line} href={address}>
        <Identifier value={row?.number ?? code} copy={false} />
        <span className={row ? classes.device : classes.unknown}>{row ? row.title || t('work.no_device') : t('home.no_case')}</span>
        <span>{row ? <CaseState row={row} /> : <Pill tone="info">{t(result === 'order' ? 'home.order_known' : 'home.code_unknown')}</Pill>}</span>
        <span className={classes.when}>{format.relative(at, now)}</span>
      </a>
    </li>
  )
}

const identityTones: Readonly<Record<string, Tone>> = { match: 'ok', mismatch: 'late', unreadable: 'warn' }

/** The one thing to know of a case at a glance: that its device is not the one sold, or how far it is. */
function CaseState({ row: { identity, stage } }: { readonly row: api.Row }): ReactNode {
  const { sentence } = useText()
  const tone = identityTones[identity]
  const decided = !['received', 'inspecting'].includes(stage)
  if (tone === undefined || (identity === 'match' && decided)) return <Pill tone={stageTone(stage)}>{sentence(`work.stage.${stage}`)}</Pill>
  return <Pill tone={tone}>{sentence(`home.identity.${identity}`)}</Pill>
}
