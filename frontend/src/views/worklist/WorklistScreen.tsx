import { IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { href } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useCasePages } from '../../api/pages'
import { useHome } from '../../api/reads'
import { useText } from '../../text/useText'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { allOpen } from '../search/filter'
import { CaseTable } from './CaseTable'
import { FilterBar } from './FilterBar'
import classes from './WorklistScreen.module.css'

/** What is to be done, the most urgent first. */
export function WorklistScreen({ filter }: { readonly filter: string }): ReactNode {
  const { t, sentence } = useText()
  useFind('worklist')
  const tiles = useHome().data?.tiles ?? []
  const known = tiles.some(({ code }) => code === filter) ? filter : ''
  return (
    <Frame title={t('screen.nav.worklist')}>
      <div className={classes.screen}>
        <FilterBar
          label={t('work.filters')}
          current={known}
          choices={[
            { id: '', label: t('work.all'), href: href({ screen: 'worklist', filter: '' }) },
            ...tiles.map(({ code, count, tone }) => ({
              id: code, label: sentence(`home.tile.${code}`), count, late: tone === 'late', href: href({ screen: 'worklist', filter: code }),
            })),
          ]}
        />
        <Cases key={known} filter={known} />
      </div>
    </Frame>
  )
}

function Cases({ filter }: { readonly filter: string }): ReactNode {
  const { t } = useText()
  const { first, total, rowAt, look } = useCasePages({ ...allOpen, tile: filter })
  if (first.data?.total === 0) return <Empty icon={<IconChecks size={40} aria-hidden />} title={t('work.empty.title')}>{t('work.empty.text')}</Empty>
  if (total > 0) return <CaseTable label={t('screen.nav.worklist')} count={total} rowAt={rowAt} onSight={look} />
  return <Loading query={first}>{() => null}</Loading>
}
