import { TextInput } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { UnitFacts } from '../decision/UnitFacts'
import { StepFoot } from '../StepFoot'
import { useStepScan } from '../stepScans'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Execution.module.css'
import { Reverse } from './Reverse'

/** What goes to the customer is scanned into its box: another device is refused, whoever insists. */
export function PackTask({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const { give, busy, fault, dismiss } = useCaseCommand((command, code: string) => casesApi.Pack(command, view.id, { code }))
  const pack = (code: string): void => {
    if (code.trim() === '') return
    void give(code).then((done) => {
      play(done ? 'done' : 'refused')
      if (!done) setTyped(code)
    })
  }
  useStepScan('unit', ({ text }) => pack(text))
  useStepScan('find', ({ text }) => pack(text)) // The label of this very case is on the device.
  const { sale, identity } = view
  const exchange = view.decision?.outcome === 'exchange'
  const own = { title: sale?.title ?? '', grade: '', imei: identity.imei || (sale?.imei ?? ''), serial: identity.serial || (sale?.serial ?? ''), bin: view.bin }
  const atField = fault?.field === 'code'
  return (
    <>
      <Card className={classes.task}>
        <h2 className={classes.taskTitle}><IconPackage size={28} stroke={1.6} aria-hidden />{exchange ? t('decision.pack_unit') : t('decision.pack_device')}</h2>
        <p>{t('decision.pack_how')}</p>
        <UnitFacts unit={exchange && view.replacement ? view.replacement : own} title={exchange ? t('decision.unit_kept') : t('case.fact.customer')} />
        <TextInput
          label={t('decision.pack_field')}
          value={typed}
          onChange={(event) => { setTyped(event.currentTarget.value); dismiss() }}
          onKeyDown={(event) => { if (event.key === 'Enter') pack(typed) }}
          error={atField && <FaultText fault={fault} />}
          autoComplete="off"
          spellCheck={false}
        />
        {fault && !atField && <ErrorNotice error={fault} onClose={dismiss} />}
      </Card>
      <StepFoot view={view} end={<><Otherwise view={view} /><Button look="go" shortcut="F9" busy={busy} disabledReason={typed.trim() === '' ? t('decision.pack_missing') : undefined} onPress={() => pack(typed)}>{t('decision.pack_go')}</Button></>}>
        <Reverse view={view} />
      </StepFoot>
    </>
  )
}

/** What to do when there is nothing to pack: no unit any more, or a device that its owner leaves. */
function Otherwise({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const gone = useAsk(
    { title: t('decision.no_unit_title'), lead: t('decision.no_unit_lead'), action: t('decision.no_unit'), words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.NoReplacementLeft(command, view.id, { code: '', reason: words, pin: '' }),
  )
  const dispose = useAsk(
    { title: t('decision.dispose_title'), lead: t('decision.dispose_lead'), action: t('decision.dispose'), words: { label: t('decision.dispose_words') } },
    (command, { words }) => casesApi.Dispose(command, view.id, { code: '', reason: words, pin: '' }),
  )
  return (
    <>
      {can(view, 'NoReplacementLeft') && <Button onPress={gone.open}>{t('decision.no_unit')}</Button>}
      {can(view, 'Dispose') && <Button onPress={dispose.open}>{t('decision.dispose')}</Button>}
      {gone.dialog}
      {dispose.dialog}
    </>
  )
}
