import { NumberInput, TextInput } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useShortcut } from '../../keys/useShortcut'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chips'
import { answerOf, wantsPhoto } from './checks'
import classes from './ChecksStep.module.css'
import { usePhotoDesk } from './PhotoDesk'

/** What a check asks besides its answer: which defect, its photo, a reading. */
export function CheckUnder({ check, active, photos, onAnswer, onNext }: {
  readonly check: api.CheckView
  readonly active: boolean
  readonly photos: number
  readonly onAnswer: (answer: api.CheckForm) => void
  /** Goes on to the next question. */
  readonly onNext: () => void
}): ReactNode {
  const { t } = useText()
  const { take } = usePhotoDesk()
  const wanted = wantsPhoto(check, photos)
  const failed = check.answer === 'ko'
  const read = ['measure', 'serial', 'text'].includes(check.type) && active
  if (!failed && !wanted && !read && photos === 0) return null
  return (
    <div className={classes.under}>
      {read && <Reading key={check.code} check={check} onAnswer={(answer) => { onAnswer(answer); onNext() }} />}
      {failed && check.defects.length > 1 && <Defects check={check} active={active} onAnswer={onAnswer} />}
      {(failed || wanted) && <Button icon={<IconCamera size={22} stroke={1.6} aria-hidden />} onPress={() => take({ check: check.code, view: '' })}>{t('case.checks.photo_add')}</Button>}
      {wanted && <span className={classes.wanted}>{t('case.checks.photo_wanted')}</span>}
      {photos > 0 && <span className={classes.photos}>{t('case.checks.photo_count', { count: photos })}</span>}
    </div>
  )
}

/** Which defect it is. The digits go on where those of the answers end. */
function Defects({ check, active, onAnswer }: { readonly check: api.CheckView; readonly active: boolean; readonly onAnswer: (answer: api.CheckForm) => void }): ReactNode {
  const { t, sentence } = useText()
  const first = (check.type === 'enum' ? check.options.length : 3) + 1
  const choose = (defect: string): void => onAnswer({ ...answerOf(check, check.type === 'enum' ? check.value : 'ko'), defect })
  return (
    <>
      <Chips
        label={t('case.checks.defect')}
        hidden
        chips={check.defects.map((defect, i) => ({ id: defect, label: sentence(`catalog.defect.${defect}`), ...(active ? { combo: String(first + i) } : {}) }))}
        chosen={check.defect}
        onChoose={choose}
      />
      {check.defects.map((defect, i) => <Key key={defect} combo={String(first + i)} act={() => choose(defect)} active={active} />)}
    </>
  )
}

function Key({ combo, act, active }: { readonly combo: string; readonly act: () => void; readonly active: boolean }): null {
  useShortcut(combo, act, active)
  return null
}

/** What is read rather than chosen: a number within bounds, a serial number, a few words. Enter notes it and goes on. */
function Reading({ check, onAnswer }: { readonly check: api.CheckView; readonly onAnswer: (answer: api.CheckForm) => void }): ReactNode {
  const { t, sentence } = useText()
  const [value, setValue] = useState<string | number>(check.value)
  const note = (): void => {
    if (value !== '') onAnswer({ code: check.code, answer: 'ok', defect: '', value: String(value), reason: '' })
  }
  const onKeyDown = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') note()
  }
  return (
    <div className={classes.measure}>
      {check.type === 'measure'
        ? (
            <NumberInput
              label={t('case.checks.measure', { unit: sentence(`catalog.unit.${check.unit}`), min: check.min, max: check.max })}
              value={value}
              onChange={setValue}
              onKeyDown={onKeyDown}
              allowDecimal={false}
              withKeyboardEvents={false}
              hideControls
              autoFocus
            />
          )
        : <TextInput label={t('decision.reading')} value={String(value)} onChange={(event) => setValue(event.currentTarget.value)} onKeyDown={onKeyDown} autoComplete="off" autoFocus />}
      <Button onPress={note}>{t('case.checks.measure_go')}</Button>
    </div>
  )
}
