import { TextInput } from '@mantine/core'
import { IconPackages } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useShortcut } from '../../../keys/useShortcut'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Chips } from '../../../ui/Chips'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { TriStateList, type Choice, type Question } from '../../../ui/TriState'
import { CloseByException } from '../CloseByException'
import classes from './Execution.module.css'
import { Reverse } from './Reverse'
import { changesOf, openQuestion } from './putAway'
import { StepFoot } from '../StepFoot'
import { useStepScan } from '../stepScans'
import { useCaseCommand } from '../useCaseCommand'

const methods = ['clear', 'purge', 'destroy'] as const

/** Erased, graded, put somewhere: three digits and the scan of a bin. */
export function PutAway({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const binId = useId()
  const [form, setForm] = useState<api.PutAwayForm>({
    wipe: view.wipe.state, method: view.wipe.method || 'clear', tool: '', grade: view.grade, place: '', bin: view.bin,
  })
  const [active, setActive] = useState<string>(() => openQuestion(form) ?? 'wipe')
  const { give, busy, fault, dismiss } = useCaseCommand((command, asked: api.PutAwayForm) => casesApi.PutAway(command, view.id, asked))
  const questions = useQuestions(form)
  const missing = openQuestion(form)
  const put = (bin: string): void => {
    if (missing !== null) {
      play('refused')
      setForm((before) => ({ ...before, bin }))
      setActive(missing)
      return
    }
    void give(changesOf({ ...form, bin }, view)).then((done) => play(done ? 'done' : 'refused'))
  }
  useStepScan('move', (code) => put(code.text))
  return (
    <>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <Card padded={false} className={classes.away}>
        <h2 className={classes.awayTitle}>{t('case.away.title')}</h2>
        <TriStateList
          dense
          questions={questions}
          active={active}
          onActive={setActive}
          onAnswer={(id, answer) => setForm((before) => ({ ...before, [id]: answer }))}
          under={({ id }) => id === 'wipe' && form.wipe === 'done' && <Method chosen={form.method} active={active === 'wipe'} onChoose={(method) => setForm((before) => ({ ...before, method }))} />}
        />
        <div className={classes.bin}>
          <label htmlFor={binId}>{t('case.away.bin')}<span className={classes.note}>{t('case.away.bin_hint')}</span></label>
          <TextInput id={binId} value={form.bin} onChange={(event) => { const bin = event.currentTarget.value; setForm((before) => ({ ...before, bin })) }} autoComplete="off" spellCheck={false} />
        </div>
      </Card>
      <StepFoot
        view={view}
        end={
          <Button look="go" shortcut="F9" busy={busy} icon={<IconPackages size={24} stroke={1.6} aria-hidden />} disabledReason={missing === null ? undefined : t('case.away.first', { what: t(`case.away.${missing}`) })} onPress={() => put(form.bin)}>
            {t('case.away.go')}
          </Button>
        }
      >
        <Reverse view={view} />
        <CloseByException view={view} />
      </StepFoot>
    </>
  )
}

function useQuestions(form: api.PutAwayForm): Question[] {
  const { t } = useText()
  const choices = (ids: readonly string[], label: (id: string) => string): Choice[] => ids.map((id) => ({ id, label: label(id), tone: 'accent' }))
  const wipes = ['done', 'not_needed', 'impossible'] as const
  const grades = ['premium', 'excellent', 'good', 'fair'] as const
  const places = ['stock', 'parts', 'scrap'] as const
  const { sentence } = useText()
  return [
    { id: 'wipe', label: t('case.away.wipe'), answer: form.wipe || null, choices: choices(wipes, (id) => sentence(`case.away.wipe.${id}`)) },
    { id: 'grade', label: t('case.away.grade'), answer: form.grade || null, choices: choices(grades, (id) => sentence(`case.away.grade.${id}`)) },
    { id: 'place', label: t('case.away.place'), answer: form.place || null, choices: choices(places, (id) => sentence(`case.away.place.${id}`)) },
  ]
}

function Method({ chosen, active, onChoose }: { readonly chosen: string; readonly active: boolean; readonly onChoose: (method: string) => void }): ReactNode {
  const { t } = useText()
  useShortcut('4', () => onChoose('clear'), active)
  useShortcut('5', () => onChoose('purge'), active)
  useShortcut('6', () => onChoose('destroy'), active)
  return (
    <div className={classes.under}>
      <Chips label={t('case.away.method')} hidden chips={methods.map((id, i) => ({ id, label: t(`case.away.method.${id}`), ...(active ? { combo: String(i + 4) } : {}) }))} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}
