import { useState, type ReactNode } from 'react'
import { go } from '../../app/route'
import { casesApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { useToast } from '../../ui/Toasts'

/** Ends a parcel that somebody else should have received. */
export function NotOursDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [reason, setReason] = useState('')
  const { give, busy, fault } = useCommand<string, api.CaseView>(
    (command, why) => casesApi.NotOurs(command, id, { code: '', reason: why, pin: '' }),
    (view, queries) => {
      queries.setQueryData(keys.case(view.id), view)
      tell(t('home.parcel.not_ours_done', { number: view.number }))
      onClose()
      go({ screen: 'home' })
    },
  )
  return (
    <Dialog
      title={t('home.parcel.not_ours')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => void give(reason)}>{t('home.parcel.end')}</Button>
        </>
      }
    >
      <Field label={t('home.parcel.reason')} note={t('home.parcel.reason_note')} value={reason} onChange={setReason} field="reason" fault={fault} autoFocus />
    </Dialog>
  )
}
