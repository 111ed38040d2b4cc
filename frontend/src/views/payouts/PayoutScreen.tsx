import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { booksApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { usePayout } from '../../api/reads'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Confirm } from '../../ui/Confirm'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { useToast } from '../../ui/Toasts'
import classes from './Payouts.module.css'
import { Statement } from './Statement'

/** A statement that was taken in, and the refunds that it proves. */
export function PayoutScreen({ id }: { readonly id: string }): ReactNode {
  const { t } = useText()
  useFind('worklist')
  const payout = usePayout(id)
  return (
    <Frame title={t('closing.payouts.title')} foot={payout.data && payout.data.proven > 0 && <Foot payout={payout.data} />}>
      <Loading query={payout}>{(read) => <div className={classes.screen}><Statement payout={read} /></div>}</Loading>
    </Frame>
  )
}

function Foot({ payout }: { readonly payout: api.PayoutView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [asking, setAsking] = useState(false)
  const count = payout.proven
  const confirm = useCommand<string, api.PayoutView>(
    (command, id) => booksApi.ConfirmProven(command, id, ''),
    (next, queries) => {
      queries.setQueryData(keys.payout(next.id), next)
      tell(t('closing.payouts.confirmed', { count: count - next.proven }))
    },
  )
  return (
    <FootBar end={<Button look="go" shortcut="F9" busy={confirm.busy} onPress={() => setAsking(true)}>{t('closing.payouts.proven', { count })}</Button>}>
      {confirm.fault && <ErrorNotice error={confirm.fault} onClose={confirm.dismiss} />}
      {asking && (
        <Confirm title={t('closing.payouts.confirm', { count })} action={t('closing.payouts.proven', { count })} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); void confirm.give(payout.id) }}>
          <p>{t('closing.payouts.confirm_why')}</p>
        </Confirm>
      )}
    </FootBar>
  )
}
