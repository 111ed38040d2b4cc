import { Select, TextInput } from '@mantine/core'
import { IconTool } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { StepFoot } from '../StepFoot'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Execution.module.css'
import { Reverse } from './Reverse'

/** A repair: who does it, with which parts, and who looks at it after them. */
export function RepairTask({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const step = useCaseCommand((command, next: 'StartRepair' | 'FinishRepair' | 'pass') =>
    next === 'pass' ? casesApi.ControlRepair(command, view.id, { passed: true, code: '', reason: '', pin: '' }) : casesApi[next](command, view.id))
  const fail = useAsk(
    { title: t('decision.repair_fail_title'), lead: t('decision.repair_fail_lead'), action: t('decision.repair_fail'), words: { label: t('decision.repair_fail_words') } },
    (command, { words }) => casesApi.ControlRepair(command, view.id, { passed: false, code: '', reason: words, pin: '' }),
  )
  const giveUp = useAsk(
    { title: t('decision.repair_give_up_title'), lead: t('decision.repair_give_up_lead'), action: t('decision.repair_give_up'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.GiveUpRepair(command, view.id, { code: '', reason: words, pin: '' }),
  )
  const { repair } = view
  if (!repair) return null
  const go = (next: 'StartRepair' | 'FinishRepair' | 'pass'): void => void step.give(next).then((done) => play(done ? 'done' : 'refused'))
  const controlled = can(view, 'ControlRepair')
  return (
    <>
      <Card className={classes.task}>
        <h2 className={classes.taskTitle}><IconTool size={28} stroke={1.6} aria-hidden />{controlled ? t('decision.repair_control') : t('decision.repair')}</h2>
        {repair.state === 'waiting' && <p>{t('decision.repair_waiting')}</p>}
        {repair.state === 'in_repair' && <p className={classes.note}>{t('decision.repair_at', { technician: repair.technician, at: format.dateTime(repair.startedAt) })}</p>}
        {controlled && <p>{t('decision.repair_control_lead', { technician: repair.technician })}</p>}
        {repair.fails > 0 && !controlled && <p className={classes.warn}>{t('decision.repair_failed', { count: repair.fails, why: repair.failText })}</p>}
        {repair.parts.length > 0 && (
          <div>
            <p className={classes.note}>{t('decision.repair_parts')}</p>
            <ul>{repair.parts.map(({ part, reference }, i) => <li key={`${part} ${i}`}>{[sentence(`catalog.part.${part}`), reference].filter(Boolean).join(' · ')}</li>)}</ul>
          </div>
        )}
        {can(view, 'UsePart') && <Part view={view} choices={repair.choices} />}
        {step.fault && <ErrorNotice error={step.fault} onClose={step.dismiss} />}
      </Card>
      <StepFoot
        view={view}
        end={
          <>
            {can(view, 'GiveUpRepair') && <Button onPress={giveUp.open}>{t('decision.repair_give_up')}</Button>}
            {can(view, 'StartRepair') && <Button look="go" shortcut="F9" busy={step.busy} onPress={() => go('StartRepair')}>{t('decision.repair_start')}</Button>}
            {can(view, 'FinishRepair') && <Button look="go" shortcut="F9" busy={step.busy} onPress={() => go('FinishRepair')}>{t('decision.repair_finish')}</Button>}
            {controlled && <Button onPress={fail.open}>{t('decision.repair_fail')}</Button>}
            {controlled && <Button look="go" shortcut="F9" busy={step.busy} onPress={() => go('pass')}>{t('decision.repair_pass')}</Button>}
          </>
        }
      >
        <Reverse view={view} />
      </StepFoot>
      {fail.dialog}
      {giveUp.dialog}
    </>
  )
}

/** A part that was put in, the likeliest first. */
function Part({ view, choices }: { readonly view: api.CaseView; readonly choices: readonly string[] }): ReactNode {
  const { t, sentence } = useText()
  const [part, setPart] = useState<string | null>(choices[0] ?? null)
  const [reference, setReference] = useState('')
  const { give, busy, fault, dismiss } = useCaseCommand((command, form: api.PartForm) => casesApi.UsePart(command, view.id, form))
  const add = (): void => {
    if (part === null) return
    void give({ part, reference }).then((done) => {
      play(done ? 'done' : 'refused')
      if (done) setReference('')
    })
  }
  return (
    <>
      <div className={classes.part}>
        <Select label={t('decision.repair_part')} searchable value={part} data={choices.map((code) => ({ value: code, label: sentence(`catalog.part.${code}`) }))} onChange={setPart} />
        <TextInput label={t('decision.repair_reference')} value={reference} onChange={(event) => setReference(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') add() }} autoComplete="off" />
        <Button shortcut="F6" busy={busy} onPress={add}>{t('decision.repair_add')}</Button>
      </div>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
    </>
  )
}
