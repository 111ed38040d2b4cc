import { IconLock } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { booksApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useBooks } from '../../api/reads'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Confirm } from '../../ui/Confirm'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { useToast } from '../../ui/Toasts'
import { Accountant } from './Accountant'
import classes from './Closing.module.css'
import { Numbers, Unsure } from './DayProof'
import { MadeFigures, Outcomes, States } from './DayTotals'
import { Taken } from './Taken'

/** What the day comes to, and closing it. */
export function ClosingScreen(): ReactNode {
  const { t } = useText()
  useFind('worklist')
  const day = useBooks()
  return (
    <Frame title={t('closing.title')} foot={day.data && <Foot day={day.data} />}>
      <Loading query={day}>{(read) => <Day day={read} />}</Loading>
    </Frame>
  )
}

function Day({ day }: { readonly day: api.DayView }): ReactNode {
  const { t, format } = useText()
  return (
    <div className={classes.screen}>
      <p className={classes.lead}>
        {day.previous === '' ? t('closing.lead_first') : t('closing.lead', { number: day.previous, date: format.dateTime(day.since) })} {t('closing.notill')}
      </p>
      <MadeFigures made={day.made} />
      <div className={classes.parts}>
        <Outcomes outcomes={day.outcomes} />
        <Unsure refunds={day.unsure} />
        <States states={day.states} />
        <Numbers numbers={day.numbers} head={day.head} entries={day.entries} />
      </div>
      <Taken closings={day.closings} more={day.more} />
      <Accountant />
    </div>
  )
}

function Foot({ day }: { readonly day: api.DayView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [asking, setAsking] = useState(false)
  const close = useCommand<string, api.DayView>(
    (command) => booksApi.Close(command, ''),
    (next, queries) => {
      queries.setQueryData(keys.books, next)
      tell(t('closing.closed', { number: next.previous }))
    },
  )
  return (
    <FootBar
      end={
        <Button look="go" shortcut="F9" busy={close.busy} icon={<IconLock size={22} stroke={1.6} aria-hidden />} disabledReason={day.nothing ? t('closing.nothing') : undefined} onPress={() => setAsking(true)}>
          {t('closing.close')}
        </Button>
      }
    >
      {close.fault && <ErrorNotice error={close.fault} onClose={close.dismiss} />}
      {asking && (
        <Confirm title={t('closing.confirm')} action={t('closing.close')} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); void close.give(day.head) }}>
          <p>{t('closing.confirm_why')}</p>
        </Confirm>
      )}
    </FootBar>
  )
}
