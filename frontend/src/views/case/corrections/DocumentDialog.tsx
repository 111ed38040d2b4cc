import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Chips } from '../../../ui/Chips'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { useCaseCommand } from '../useCaseCommand'

const correctable: readonly string[] = ['refund_notice', 'refund_receipt']

/** A numbered document is never changed: a new one names it and puts it right. */
export function DocumentDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const { t, sentence } = useText()
  const documents = view.documents.filter(({ kind, number }) => correctable.includes(kind) && number !== '')
  const [document, setDocument] = useState(documents.at(-1)?.id ?? '')
  const [wrong, setWrong] = useState('')
  const [right, setRight] = useState('')
  const { give, busy, fault } = useCaseCommand((command, form: api.CorrectionForm) => casesApi.CorrectDocument(command, view.id, form))
  const missing = document === '' ? t('case.form.choose') : wrong.trim() === '' || right.trim() === '' ? t('decision.document_write') : undefined
  const issue = (): void => void give({ document, wrong, right, pin: '' }).then((done) => { play(done ? 'done' : 'refused'); if (done) onClose() })
  const errorAt = (field: string): ReactNode => fault?.field === field && <FaultText fault={fault} />
  return (
    <Dialog
      title={t('decision.document_title')}
      size={640}
      onClose={onClose}
      actions={<><Button onPress={onClose}>{t('screen.confirm.cancel')}</Button><Button look="go" shortcut="F9" busy={busy} disabledReason={missing} onPress={issue}>{t('decision.document_go')}</Button></>}
    >
      <p>{t('decision.document_lead')}</p>
      <Chips label={t('decision.document_which')} chips={documents.map(({ id, kind, number }) => ({ id, label: `${sentence(`case.document.${kind}`)} · ${number}` }))} chosen={document} onChoose={setDocument} />
      <Textarea label={t('decision.document_wrong')} value={wrong} onChange={(event) => setWrong(event.currentTarget.value)} error={errorAt('wrong')} minRows={2} autosize data-autofocus />
      <Textarea label={t('decision.document_right')} value={right} onChange={(event) => setRight(event.currentTarget.value)} error={errorAt('right')} minRows={2} autosize />
      {fault && !['wrong', 'right'].includes(fault.field) && <ErrorNotice error={fault} />}
    </Dialog>
  )
}
