import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useFind } from '../../app/useFind'
import { booksApi, type api } from '../../api/api'
import { toFault, type Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { usePayouts } from '../../api/reads'
import { uploadTable } from '../../api/tables'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FileButton } from '../../ui/FileButton'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { useToast } from '../../ui/Toasts'
import { PayoutList } from './PayoutList'
import classes from './Payouts.module.css'
import { Statement } from './Statement'

/** The marketplace's statements: one is looked at first, then taken in. */
export function PayoutsScreen(): ReactNode {
  const { t } = useText()
  const tell = useToast()
  useFind('worklist')
  const payouts = usePayouts()
  const [read, setRead] = useState<api.PayoutView | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [reading, setReading] = useState(false)
  const keep = useCommand<string, api.PayoutView>(
    (command, file) => booksApi.TakePayout(command, file),
    (taken, queries) => {
      queries.setQueryData(keys.payout(taken.id), taken)
      void queries.invalidateQueries({ queryKey: keys.payouts })
      tell(t('closing.payouts.kept', { name: taken.name }))
      go({ screen: 'payouts', id: taken.id })
    },
  )
  const open = (chosen: File): void => {
    setReading(true)
    setFault(null)
    keep.dismiss()
    // One state after the other would leave the key dead for a moment after the answer.
    const told = (view: api.PayoutView | null, why: Fault | null): void => {
      setRead(view)
      setFault(why)
      setReading(false)
    }
    uploadTable(chosen).then((file) => booksApi.PreviewPayout(file)).then((view) => told(view, null), (thrown: unknown) => told(null, toFault(thrown)))
  }
  const ready = read !== null && read.badRows === 0 && read.earlier === ''
  const failed = fault ?? keep.fault
  return (
    <Frame
      title={t('closing.payouts.title')}
      foot={
        <FootBar end={ready && <Button look="go" shortcut="F9" busy={keep.busy} onPress={() => void keep.give(read.file)}>{t('closing.payouts.keep')}</Button>}>
          <FileButton shortcut="F4" busy={reading} look={ready ? 'plain' : 'go'} onFile={open}>{t(read ? 'closing.payouts.again' : 'closing.payouts.choose')}</FileButton>
        </FootBar>
      }
    >
      <div className={classes.screen}>
        {failed && <ErrorNotice error={failed} onClose={() => { setFault(null); keep.dismiss() }} />}
        {read && <Statement payout={read} />}
        {!read && (
          <>
            <p className={classes.lead}>{t('closing.payouts.lead')}</p>
            <p className={classes.lead}>{t('closing.payouts.accepts')}</p>
            {payouts.data?.account === '' && <Banner tone="info">{t('closing.payouts.no_account')}</Banner>}
            <Loading query={payouts}>{(view) => <PayoutList payouts={view.payouts} />}</Loading>
          </>
        )}
      </div>
    </Frame>
  )
}
