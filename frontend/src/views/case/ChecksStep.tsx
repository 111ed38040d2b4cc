import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { TriStateList, useTriState } from '../../ui/TriState'
import { answerOf, firstOpen, inBulk, inOrder, nextOf, questionOf, wantsPhoto } from './checks'
import { ChecksDone } from './ChecksDone'
import classes from './ChecksStep.module.css'
import { CheckUnder } from './CheckUnder'
import { photosOn } from './evidence'
import { useAim } from './PhotoDesk'
import { StepFoot } from './StepFoot'
import { can } from './steps'
import { StopButton } from './StopButton'
import { useAnswers } from './useAnswers'
import { useCaseCommand } from './useCaseCommand'

/** The checks of the device: digits answer, F6 says that the rest is fine, F9 goes on. */
export function ChecksStep({ view }: { readonly view: api.CaseView }): ReactNode {
  return can(view, 'RecordChecks') ? <Asking view={view} /> : <><ChecksDone view={view} /><StepFoot view={view} /></>
}

function Asking({ view }: { readonly view: api.CaseView }): ReactNode {
  const text = useText()
  const { t, sentence } = text
  const triState = useTriState()
  const answers = useAnswers(view)
  const [active, setActive] = useState(() => firstOpen(view.inspection?.checks ?? []))
  const complete = useCaseCommand<null>((command) => casesApi.CompleteInspection(command, view.id))
  const checks = inOrder(answers.checks)
  const bulk = inBulk(checks)
  const open = checks.filter(({ mandatory, answer }) => mandatory && answer === '').length
  const photos = checks.filter((check) => wantsPhoto(check, photosOn(view, check.code))).length
  const missing = open > 0 ? t('case.checks.left', { count: open }) : photos > 0 ? t('case.checks.photos_left', { count: photos }) : undefined
  useAim(active === null ? null : { check: active, view: '' })

  const byCode = (code: string): api.CheckView | undefined => checks.find((check) => check.code === code)
  const finish = (): void =>
    void answers.settled().then(() => complete.give(null)).then((done) => play(done ? 'done' : 'refused'))
  const fault = answers.fault ?? complete.fault
  return (
    <>
      {fault && <ErrorNotice error={fault} onClose={() => { answers.dismiss(); complete.dismiss() }} />}
      <Card padded={false} className={classes.card}>
        <TriStateList
          dense
          questions={checks.map((check) => ({
            ...questionOf(check, triState, text),
            group: check.mandatory ? t('case.checks.must') : t('case.checks.rest'),
            ...(check.help && check.code === active ? { note: sentence(`catalog.check.${check.code}.help`) } : {}),
          }))}
          active={active}
          onActive={setActive}
          onAnswer={(code, choice) => {
            const check = byCode(code)
            if (check) answers.give([answerOf(check, choice)])
          }}
          under={({ id }) => {
            const check = byCode(id)
            return check && <CheckUnder check={check} active={id === active} photos={photosOn(view, id)} onAnswer={(answer) => answers.give([answer])} onNext={() => setActive(nextOf(checks, id))} />
          }}
        />
      </Card>
      <StepFoot
        view={view}
        end={
          <>
            {bulk.length > 0 && <Button shortcut="F6" onPress={() => answers.give(bulk)}>{t('case.checks.all_ok')}</Button>}
            <Button look="go" shortcut="F9" busy={complete.busy} disabledReason={missing} onPress={finish}>{missing ?? t('case.checks.go')}</Button>
          </>
        }
      >
        <StopButton view={view} />
      </StepFoot>
    </>
  )
}
