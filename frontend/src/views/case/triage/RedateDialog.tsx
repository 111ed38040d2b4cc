import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useNow } from '../../../text/useNow'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { below } from '../../../ui/Field'
import { useToast } from '../../../ui/Toasts'
import { useCaseCommand } from '../useCaseCommand'
import { FindDelivery } from './FindDelivery'
import classes from './Triage.module.css'

/** Corrects one moment: its day, its time where it is known, and where the date comes from. */
export function RedateDialog({ view, which, onClose }: { readonly view: api.CaseView; readonly which: string; readonly onClose: () => void }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const now = useNow()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const { give, busy, fault } = useCaseCommand((command, form: api.RedateForm) => casesApi.Redate(command, view.id, form))
  const name = sentence(`triage.date.${which}`)
  const missing = day === '' ? t('case.form.date') : reason.trim() === '' ? t('case.form.write') : undefined
  const save = (): void => {
    if (missing !== undefined || busy) return
    void give({ which, at: time === '' ? day : `${day}T${time}`, reason }).then((corrected) => {
      if (!corrected) return
      tell(t('triage.redate.done'))
      onClose()
    })
  }
  const onEnter = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') save()
  }
  const atDay = fault !== null && ['at', 'moment', 'arrived'].includes(fault.field)
  const atReason = fault?.field === 'reason'
  return (
    <Dialog
      title={t('triage.redate.title', { which: name.toLocaleLowerCase() })}
      size={640}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} disabledReason={missing} onPress={save}>{t('triage.redate.go')}</Button>
        </>
      }
    >
      <p>{t('triage.redate.lead')}</p>
      {which === 'delivery' && <FindDelivery view={view} />}
      <div className={classes.two}>
        <TextInput type="date" label={t('triage.redate.day')} value={day} max={now.toISOString().slice(0, 10)} onChange={(event) => setDay(event.currentTarget.value)} onKeyDown={onEnter} error={atDay ? <FaultText fault={fault} /> : undefined} data-autofocus />
        <TextInput type="time" label={t('triage.redate.time')} value={time} onChange={(event) => setTime(event.currentTarget.value)} onKeyDown={onEnter} />
      </div>
      <TextInput label={t('triage.redate.reason')} description={t('triage.redate.reason_note')} inputWrapperOrder={below} value={reason} onChange={(event) => setReason(event.currentTarget.value)} onKeyDown={onEnter} error={atReason ? <FaultText fault={fault} /> : undefined} autoComplete="off" />
      {fault && !atDay && !atReason && <ErrorNotice error={fault} />}
    </Dialog>
  )
}
