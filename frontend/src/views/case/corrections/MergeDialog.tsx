import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { go } from '../../../app/route'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { useCaseCommand } from '../useCaseCommand'
import { CaseChoice } from './CaseChoice'

/** Two cases for one return: this one ends, the other goes on with what came. */
export function MergeDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const { give, busy, fault } = useCaseCommand((command, form: api.MergeForm) => casesApi.Merge(command, view.id, form))
  const missing = into === '' ? t('decision.merge_choose') : reason.trim() === '' ? t('case.form.write') : undefined
  const merge = (): void => void give({ into, reason }).then((after) => {
    if (!after) return
    onClose()
    go({ screen: 'case', id: after.id, step: null })
  })
  const atReason = fault?.field === 'reason'
  return (
    <Dialog
      title={t('decision.merge_title')}
      size={640}
      onClose={onClose}
      actions={<><Button onPress={onClose}>{t('screen.confirm.cancel')}</Button><Button look="danger" shortcut="F9" busy={busy} disabledReason={missing} onPress={merge}>{t('decision.merge_go')}</Button></>}
    >
      <p>{t('decision.merge_lead')}</p>
      <CaseChoice view={view} chosen={into} initial={view.customer.name} onChoose={setInto} />
      <TextInput label={t('case.form.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={atReason && <FaultText fault={fault} />} autoComplete="off" />
      {fault && !atReason && <ErrorNotice error={fault} />}
    </Dialog>
  )
}
