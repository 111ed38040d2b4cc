import { IconCheck, IconMinus, IconX, type Icon } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useShortcut } from '../keys/useShortcut'
import type { TextKey } from '../text/keys'
import { useText } from '../text/useText'
import { KeyCap } from './KeyCap'
import { names, toneClass, type Tone } from './tone'
import classes from './TriState.module.css'

export type Answer = 'ok' | 'ko' | 'na'

export interface Question {
  readonly id: string
  readonly label: string
  readonly note?: ReactNode
  readonly answer: Answer | null
}

const answers: readonly { answer: Answer; combo: string; text: TextKey; tone: Tone; icon: Icon }[] = [
  { answer: 'ok', combo: '1', text: 'screen.tri.ok', tone: 'ok', icon: IconCheck },
  { answer: 'ko', combo: '2', text: 'screen.tri.ko', tone: 'late', icon: IconX },
  { answer: 'na', combo: '3', text: 'screen.tri.na', tone: 'plain', icon: IconMinus },
]

/**
 * Questions answered OK, KO or not applicable, each in one press: 1, 2 and 3
 * answer the active one, Enter and the arrows move. An answer moves on by
 * itself, but for KO, which wants its photo first.
 */
export function TriStateList({ questions, active, onActive, onAnswer, under }: {
  readonly questions: readonly Question[]
  readonly active: string | null
  readonly onActive: (id: string) => void
  readonly onAnswer: (id: string, answer: Answer) => void
  /** What a question shows below itself, such as the photos of a KO. */
  readonly under?: (question: Question) => ReactNode
}): ReactNode {
  const { t } = useText()
  const at = questions.findIndex(({ id }) => id === active)
  const move = (by: number): void => {
    const next = questions[Math.min(Math.max(at + by, 0), questions.length - 1)]
    if (next) onActive(next.id)
  }
  const answer = (id: string, given: Answer): void => {
    onAnswer(id, given)
    const after = questions[questions.findIndex((question) => question.id === id) + 1]
    onActive(given !== 'ko' && after ? after.id : id)
  }
  const answerActive = (given: Answer): void => {
    if (active !== null) answer(active, given)
  }
  useShortcut('1', () => answerActive('ok'))
  useShortcut('2', () => answerActive('ko'))
  useShortcut('3', () => answerActive('na'))
  useShortcut('Enter', () => move(1))
  useShortcut('ArrowDown', () => move(1))
  useShortcut('ArrowUp', () => move(-1))
  return (
    <ul className={classes.list} aria-description={t('screen.tri.keys')}>
      {questions.map((question) => (
        <Row key={question.id} question={question} active={question.id === active} onAnswer={answer} under={under} />
      ))}
    </ul>
  )
}

function Row({ question, active, onAnswer, under }: {
  readonly question: Question
  readonly active: boolean
  readonly onAnswer: (id: string, answer: Answer) => void
  readonly under: ((question: Question) => ReactNode) | undefined
}): ReactNode {
  const { t } = useText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const { id, label, note } = question
  return (
    <li ref={row} className={names(classes.row, active && classes.active)} aria-current={active || undefined}>
      <div className={classes.label}>
        {label}
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </div>
      <div className={classes.answers} role="radiogroup" aria-label={label}>
        {answers.map(({ answer, combo, text, tone, icon: Shape }) => (
          <label key={answer} className={names(classes.answer, toneClass(tone))}>
            <input type="radio" name={id} checked={question.answer === answer} onChange={() => onAnswer(id, answer)} />
            <Shape size={20} aria-hidden />
            {t(text)}
            {active && <KeyCap combo={combo} />}
          </label>
        ))}
      </div>
      {under?.(question)}
    </li>
  )
}
