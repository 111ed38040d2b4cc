import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { approvalsApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FaultText } from '../../ui/FaultText'
import { useToast } from '../../ui/Toasts'

/** A second person's no, with the reason that goes back to whoever decided. */
export function TurnDownDialog({ id, number, onClose }: { readonly id: string; readonly number: string; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [reason, setReason] = useState('')
  const { give, busy, fault } = useCommand<string, api.ApprovalsView>(
    (command, written) => approvalsApi.TurnDown(command, id, { code: '', reason: written, pin: '' }),
    (list, queries) => queries.setQueryData(keys.approvals, list),
  )
  const send = (): void => void give(reason).then((done) => {
    if (!done) return
    tell(t('people.approvals.turned_down', { number }))
    onClose()
  })
  const ofReason = fault?.field === 'reason'
  return (
    <Dialog
      title={t('people.approvals.turn_down_title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="danger" shortcut="F9" busy={busy} onPress={send} disabledReason={reason.trim() === '' ? t('case.form.write') : undefined}>{t('people.approvals.turn_down')}</Button>
        </>
      }
    >
      <p>{t('people.approvals.turn_down_lead', { number })}</p>
      <Textarea label={t('people.approvals.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={ofReason ? <FaultText fault={fault} /> : undefined} autosize minRows={3} data-autofocus />
      {fault && !ofReason && <ErrorNotice error={fault} />}
    </Dialog>
  )
}
