import { IconChecks, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { href } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useCasePages } from '../../api/pages'
import { useLists } from '../../api/reads'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DocumentFrame } from '../../ui/DocumentFrame'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { allOpen } from '../search/filter'
import { DayLinks } from '../shift/DayLinks'
import { CaseTable } from './CaseTable'
import { FilterBar } from './FilterBar'
import { choicesOf, knownList } from './lists'
import classes from './WorklistScreen.module.css'

/** What is to be done, what costs most to leave first; a lead prints it and carries it along. */
export function WorklistScreen({ filter }: { readonly filter: string }): ReactNode {
  const { t, sentence } = useText()
  useFind('worklist')
  const [printing, setPrinting] = useState(false)
  const counts = useLists().data ?? []
  const known = knownList(filter, counts)
  return (
    <Frame title={t('screen.nav.worklist')} heading={<DayLinks />}>
      <div className={classes.screen}>
        <div className={classes.head}>
          <FilterBar
            label={t('work.filters')}
            current={known}
            choices={choicesOf(counts, sentence).map((choice) => ({ ...choice, href: href({ screen: 'worklist', filter: choice.id }) }))}
          />
          <Button shortcut="F6" icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting(true)}>{t('work.print')}</Button>
        </div>
        <p className={classes.order}>{known === 'to_answer' ? t('work.sorted_answer') : t('work.sorted')}</p>
        <Cases key={known} filter={known} />
      </div>
      {printing && (
        <Dialog title={sentence(`work.list.${known === '' ? 'all' : known}`)} size={1000} onClose={() => setPrinting(false)}>
          <DocumentFrame address={`/media/lists/worklist?filter=${known}`} name={sentence(`work.list.${known === '' ? 'all' : known}`)} />
        </Dialog>
      )}
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
