import { IconCheck, IconMinus, IconX, type Icon } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useShortcut } from '../keys/useShortcut'
import type { TextKey } from '../text/keys'
import { useText } from '../text/useText'
import { KeyCap } from './KeyCap'
import { names, toneClass, type Tone } from './tone'
import classes from './TriState.module.css'

export type Answer = 'ok' | 'ko' | 'na'

/** One answer to a question, by the digit of its place in the list. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly tone: Tone
  readonly icon?: Icon
  /** Stays on the question: its answer asks for something more, such as a photo. */
  readonly stays?: boolean
}

export interface Question {
  readonly id: string
  readonly label: string
  readonly note?: ReactNode
  /** The answer given: one of OK, KO and not applicable, or of the question's own choices. */
  readonly answer: string | null
  /** Its own choices, instead of OK, KO and not applicable; none for a question that is answered below itself. */
  readonly choices?: readonly Choice[]
  /** Written above the first question of each group. */
  readonly group?: string
}

const usual: readonly (Omit<Choice, 'label'> & { readonly id: Answer; readonly text: TextKey })[] = [
  { id: 'ok', text: 'screen.tri.ok', tone: 'ok', icon: IconCheck },
  { id: 'ko', text: 'screen.tri.ko', tone: 'late', icon: IconX, stays: true },
  { id: 'na', text: 'screen.tri.na', tone: 'plain', icon: IconMinus },
]

/** OK, KO and not applicable, in the operator's language. */
export function useTriState(): readonly Choice[] {
  const { t } = useText()
  return useMemo(() => usual.map(({ text, ...choice }) => ({ ...choice, label: t(text) })), [t])
}

const mostChoices = 6

/**
 * Questions answered in one press: OK, KO or not applicable, or choices of their
 * own. Digits answer the active one, Enter and the arrows move. An answer moves
 * on by itself, but for KO, which wants its photo first.
 */
export function TriStateList({ questions, active, onActive, onAnswer, under, dense = false }: {
  readonly questions: readonly Question[]
  readonly active: string | null
  readonly onActive: (id: string) => void
  readonly onAnswer: (id: string, answer: string) => void
  /** What a question shows below itself, such as the photos of a KO. */
  readonly under?: (question: Question) => ReactNode
  /** Lower rows, for a long list. */
  readonly dense?: boolean
}): ReactNode {
  const { t } = useText()
  const triState = useTriState()
  const at = questions.findIndex(({ id }) => id === active)
  const choices = questions[at]?.choices ?? triState
  const move = (by: number): void => {
    const next = questions[Math.min(Math.max(at + by, 0), questions.length - 1)]
    if (next) onActive(next.id)
  }
  const answer = (id: string, given: Choice): void => {
    onAnswer(id, given.id)
    const after = questions[questions.findIndex((question) => question.id === id) + 1]
    onActive(given.stays !== true && after ? after.id : id)
  }
  useShortcut('Enter', () => move(1), questions.length > 1)
  useShortcut('ArrowDown', () => move(1))
  useShortcut('ArrowUp', () => move(-1))
  return (
    <>
      {active !== null && choices.slice(0, mostChoices).map((choice, i) => <Digit key={choice.id} combo={String(i + 1)} act={() => answer(active, choice)} />)}
      <ul className={names(classes.list, dense && classes.dense)} aria-description={t('screen.tri.keys')}>
        {questions.map((question, i) => (
          <Row
            key={question.id}
            question={question}
            choices={question.choices ?? triState}
            heading={question.group !== undefined && question.group !== questions[i - 1]?.group ? question.group : null}
            active={question.id === active}
            onActive={onActive}
            onAnswer={answer}
            under={under}
          />
        ))}
      </ul>
    </>
  )
}

function Digit({ combo, act }: { readonly combo: string; readonly act: () => void }): null {
  useShortcut(combo, act)
  return null
}

function Row({ question, choices, heading, active, onActive, onAnswer, under }: {
  readonly question: Question
  readonly choices: readonly Choice[]
  readonly heading: string | null
  readonly active: boolean
  readonly onActive: (id: string) => void
  readonly onAnswer: (id: string, answer: Choice) => void
  readonly under: ((question: Question) => ReactNode) | undefined
}): ReactNode {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const { id, label, note } = question
  return (
    <li ref={row} className={names(classes.row, active && classes.active)} aria-current={active || undefined} onFocus={() => { if (!active) onActive(id) }}>
      {heading !== null && <p className={classes.group}>{heading}</p>}
      <div className={classes.label}>
        {label}
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </div>
      <div className={classes.answers} role="radiogroup" aria-label={label}>
        {choices.map((choice, i) => (
          <label key={choice.id} className={names(classes.answer, toneClass(choice.tone))}>
            <input type="radio" name={id} checked={question.answer === choice.id} onChange={() => onAnswer(id, choice)} />
            {choice.icon && <choice.icon size={20} aria-hidden />}
            {choice.label}
            {active && i < mostChoices && <KeyCap combo={String(i + 1)} />}
          </label>
        ))}
      </div>
      {under?.(question)}
    </li>
  )
}
