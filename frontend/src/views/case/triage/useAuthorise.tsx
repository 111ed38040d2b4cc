import { Select, Switch, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import type { Fault } from '../../../api/fault'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { useToast } from '../../../ui/Toasts'
import { useCaseCommand } from '../useCaseCommand'
import { yesIsAgainst } from './triage'
import classes from './Triage.module.css'

interface Yes {
  readonly how: string
  readonly label: boolean
}

interface Authorising {
  /** Says yes at once; against the rules it asks for the reason first. */
  readonly give: () => void
  readonly busy: boolean
  readonly fault: Fault | null
  readonly dismiss: () => void
  /** How the customer is told, and whose label they get. */
  readonly fields: ReactNode
  readonly dialog: ReactNode
}

/** The yes to a return: the slip follows, and the label where it is ours. */
export function useAuthorise(view: api.CaseView): Authorising {
  const { t, sentence } = useText()
  const tell = useToast()
  const reached = view.origin === 'marketplace' // Its own messages reach the customer.
  const [yes, setYes] = useState<Yes>({ how: reached ? 'marketplace' : 'email', label: view.triage?.label ?? false })
  const [asking, setAsking] = useState(false)
  const [override, setOverride] = useState('')
  const { give, busy, fault, dismiss } = useCaseCommand((command, form: Yes & { override: string }) => casesApi.Authorise(command, view.id, { ...form, pin: '' }))
  const send = (why: string): void =>
    void give({ ...yes, override: why }).then((answered) => {
      play(answered ? 'done' : 'refused')
      if (!answered) return
      setAsking(false)
      tell(t('triage.authorise.done'))
    })
  const against = yesIsAgainst(view)
  const missing = override.trim() === '' ? t('case.form.write') : undefined
  const close = (): void => {
    dismiss()
    setAsking(false)
  }
  const fields = (
    <div className={classes.how}>
      <Select
        label={t('triage.authorise.how')}
        value={yes.how}
        data={(view.triage?.ways ?? []).map((way) => ({ value: way, label: sentence(`triage.way.${way}`) }))}
        allowDeselect={false}
        onChange={(how) => setYes((before) => ({ ...before, how: how ?? before.how }))}
      />
      <Switch checked={yes.label} onChange={(event) => { const label = event.currentTarget.checked; setYes((before) => ({ ...before, label })) }} label={t('triage.authorise.label')} />
    </div>
  )
  const dialog = asking && (
    <Dialog
      title={t('triage.authorise.title')}
      size={640}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} disabledReason={missing} onPress={() => send(override)}>{t('triage.go.authorise')}</Button>
        </>
      }
    >
      <p>{t('triage.authorise.against', { outcome: sentence(`policy.outcome.${view.proposal?.outcome ?? 'needs_person'}`) })}</p>
      <TextInput label={t('case.form.reason')} value={override} onChange={(event) => setOverride(event.currentTarget.value)} error={fault?.field === 'reason' ? <FaultText fault={fault} /> : undefined} autoComplete="off" data-autofocus />
      {fields}
      {fault && fault.field !== 'reason' && <ErrorNotice error={fault} />}
    </Dialog>
  )
  return { give: () => (against ? setAsking(true) : send('')), busy, fault: asking ? null : fault, dismiss, fields, dialog }
}
