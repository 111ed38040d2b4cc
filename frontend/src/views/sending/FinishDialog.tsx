import { useState, type ReactNode } from 'react'
import { TextInput } from '@mantine/core'
import { sendingApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'
import { Confirm } from '../../ui/Confirm'
import { FaultText } from '../../ui/FaultText'

/** A row that a person takes out of the queue, as done elsewhere or as not needed. */
export interface Finish {
  readonly action: api.ActionView
  readonly dropped: boolean
}

/** Asks once: what is taken out is not sent any more. */
export function FinishDialog({ action, dropped, onClose }: Finish & { readonly onClose: () => void }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const [why, setWhy] = useState('')
  const what = sentence(`sending.kind.${action.kind}`)
  const { give, fault } = useCommand<Finish, api.SyncView>(
    (command) => sendingApi.MarkDone(command, action.id, { code: dropped ? 'dropped' : '', reason: why.trim(), pin: '' }),
    (view, queries) => {
      queries.setQueryData(keys.sending, view)
      tell(t(dropped ? 'sending.dropped_toast' : 'sending.done_toast', { what }))
      onClose()
    },
  )
  return (
    <Confirm
      title={t(dropped ? 'sending.drop_title' : 'sending.by_hand_title', { what })}
      action={t(dropped ? 'sending.drop' : 'sending.by_hand')}
      onConfirm={() => void give({ action, dropped })}
      onCancel={onClose}
    >
      <p>{t(dropped ? 'sending.drop_why' : 'sending.by_hand_why', { number: action.number })}</p>
      {dropped && <TextInput label={t('sending.drop_reason')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} data-autofocus required />}
      {fault && <p role="alert"><FaultText fault={fault} /></p>}
    </Confirm>
  )
}
