import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { names, toneClass, type Tone } from '../../ui/tone'
import card from '../../ui/Card.module.css'
import classes from './SendingScreen.module.css'

/** Waiting, the oldest of them, the last that went through, and what a person must look at. */
export function FourNumbers({ status }: { readonly status: api.Status }): ReactNode {
  const { t, format } = useText()
  const now = useNow()
  const { waiting, oldest, lastSuccess, toFix } = status
  const numbers: readonly { term: string; value: string; tone?: Tone }[] = [
    { term: t('sending.number.waiting'), value: format.number(waiting) },
    { term: t('sending.number.oldest'), value: oldest === '' ? t('sending.number.none') : format.duration(Math.max(0, now.getTime() - Date.parse(oldest))) },
    { term: t('sending.number.success'), value: lastSuccess === '' ? t('sending.number.never') : format.relative(lastSuccess, now) },
    { term: t('sending.number.to_fix'), value: format.number(toFix), ...(toFix > 0 ? { tone: 'late' as const } : {}) },
  ]
  return (
    <dl className={classes.numbers}>
      {numbers.map(({ term, value, tone }) => (
        <div key={term} className={names(card.card, classes.number)}>
          <dt>{term}</dt>
          <dd className={names(tone !== undefined && toneClass(tone), tone !== undefined && classes.toned)}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
