import { useState, type ReactNode } from 'react'
import { setupApi, type api } from '../../api/api'
import { Fault } from '../../api/fault'
import { useCommand } from '../../api/useCommand'
import { useScans } from '../../scan/ScanProvider'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FootBar } from '../../ui/FootBar'
import { Mark } from '../../ui/Mark'
import { Spine } from '../../ui/Spine'
import classes from './AssistantScreen.module.css'
import { emptySetup, lacking, setupSteps, stepAsking } from './setup'
import { SetupDone } from './SetupDone'
import { SetupStepForm } from './SetupStepForm'

/** The first run: what a station must know before it can receive a parcel. Nothing typed is lost on the way back. */
export function AssistantScreen({ sample, onBegin }: { readonly sample: boolean; readonly onBegin: () => void }): ReactNode {
  const { t, language } = useText()
  const [form, setForm] = useState<api.SetupForm>(() => emptySetup(sample, language))
  const [at, setAt] = useState(0)
  const [lack, setLack] = useState<Fault | null>(null)
  const [made, setMade] = useState<api.Bootstrap | null>(null)
  useScans('assistant', () => undefined)
  const toStepOf = (fault: Fault): void => {
    const asking = stepAsking(fault.field)
    if (asking !== null) setAt(setupSteps.indexOf(asking))
    setLack(fault)
  }
  const finish = useCommand<api.SetupForm, api.Bootstrap>(
    (id, setup) => setupApi.Finish(id, setup).catch((thrown: unknown) => {
      if (thrown instanceof Fault) toStepOf(thrown)
      throw thrown
    }),
    setMade,
  )
  const check = useCommand<api.AccountForm, api.AccountView>(
    (_id, account) => setupApi.CheckAccount(account),
    ({ error }) => {
      if (error) setLack(new Fault('invalid', error.key, error.args as Record<string, string>, error.field))
      else setAt((before) => before + 1)
    },
  )
  if (made) return <SetupDone made={made} onBegin={onBegin} />

  const step = setupSteps[at] ?? 'workshop'
  const real = form.account.environment === 'production' || form.account.environment === 'preprod'
  const next = (): void => {
    const found = lacking(step, form)
    setLack(found)
    if (found) return
    if (step === 'manager') void finish.give(form)
    else if (step === 'account' && real) void check.give(form.account)
    else setAt(at + 1)
  }
  const back = (): void => {
    setLack(null)
    check.dismiss()
    setAt(at - 1)
  }
  // Without a connection an account cannot be checked; it can be entered all the same.
  const offline = check.fault?.code === 'unavailable'
  return (
    <div className={classes.assistant}>
      <aside className={classes.side}>
        <Mark size={56} />
        <h1>{t('assistant.title')}</h1>
        <p>{t('assistant.lead')}</p>
        <Spine steps={setupSteps.map((id, i) => ({ id, label: t(`assistant.step.${id}`), state: i < at ? 'done' : i === at ? 'current' : 'next' }))} />
      </aside>
      <div className={classes.main}>
        <main className={classes.form} key={step}>
          <h2>{t(`assistant.ask.${step}`)}</h2>
          <p className={classes.why}>{t(`assistant.why.${step}`)}</p>
          <SetupStepForm step={step} form={form} onChange={setForm} fault={lack ?? check.fault} sample={sample} onEnter={next} />
        </main>
        <FootBar
          end={
            <>
              {step === 'account' && offline && <Button shortcut="F8" onPress={() => { check.dismiss(); setAt(at + 1) }}>{t('assistant.unchecked')}</Button>}
              <Button look="go" shortcut="F9" busy={finish.busy || check.busy} onPress={next}>{t(step === 'manager' ? 'assistant.finish' : 'assistant.next')}</Button>
            </>
          }
        >
          {at > 0 && <Button shortcut="Escape" onPress={back}>{t('screen.confirm.cancel')}</Button>}
        </FootBar>
      </div>
    </div>
  )
}
