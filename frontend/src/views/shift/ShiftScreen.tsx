import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { href } from '../../app/route'
import { useFind } from '../../app/useFind'
import type { api } from '../../api/api'
import { useShift } from '../../api/reads'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { PrintDialog } from '../../ui/PrintDialog'
import { names } from '../../ui/tone'
import { Holds } from './Holds'
import { Promises } from './Promises'
import classes from './Shift.module.css'
import { UnknownMoney } from './UnknownMoney'

/** What one shift leaves to the next, on one page. */
export function ShiftScreen(): ReactNode {
  const { t } = useText()
  useFind('worklist')
  const [printing, setPrinting] = useState(false)
  return (
    <Frame
      title={t('people.shift.title')}
      foot={<FootBar end={<Button look="go" shortcut="F6" icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting(true)}>{t('people.shift.print')}</Button>} />}
    >
      <Loading query={useShift()}>{(shift) => <Page shift={shift} />}</Loading>
      {printing && <PrintDialog title={t('people.shift.printed')} address="/media/handover" onClose={() => setPrinting(false)} />}
    </Frame>
  )
}

function Page({ shift }: { readonly shift: api.ShiftView }): ReactNode {
  const { t } = useText()
  const { late, today, approvals } = shift
  return (
    <div className={classes.screen}>
      <p className={classes.lead}>{t('people.shift.lead')}</p>
      <div className={classes.counts}>
        <Count label={t('people.shift.late')} count={late} tone="late" to={href({ screen: 'worklist', filter: 'late' })} />
        <Count label={t('people.shift.today')} count={today} tone="warn" to={href({ screen: 'worklist', filter: '' })} />
        <Count label={t('people.shift.approvals')} count={approvals} tone="plain" to={href({ screen: 'approvals' })} />
      </div>
      <div className={classes.parts}>
        <Promises promises={shift.promises} />
        <Holds holds={shift.holds} />
        <UnknownMoney refunds={shift.unknown} />
      </div>
    </div>
  )
}

function Count({ label, count, tone, to }: { readonly label: string; readonly count: number; readonly tone: 'late' | 'warn' | 'plain'; readonly to: string }): ReactNode {
  const { format } = useText()
  return (
    <a className={classes.count} href={to}>
      <span className={names(classes.figure, count > 0 && classes[tone])}>{format.number(count)}</span>
      {label}
    </a>
  )
}
