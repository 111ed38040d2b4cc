import { Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Pill } from '../../ui/Pill'
import { plain } from '../case/ribbonOf'
import { read, shown } from './edit'
import classes from './Rules.module.css'

/** One rule in words: what it says, where it comes from, its value and what that means for something that happens now. */
export function RuleRow({ row, changed, error, onChange, children }: {
  readonly row: api.RuleRowView
  readonly changed: boolean
  readonly error: string | undefined
  /** Absent where the rules are only read. */
  readonly onChange?: ((value: string) => void) | undefined
  /** What the value is edited with, where one field does not do. */
  readonly children?: ReactNode
}): ReactNode {
  const { t, sentence, format } = useText()
  const { title, why, source, args, example, kind } = row
  const until = example && (format.time(example.at) === '00:00' ? t('rules.example_last', { last: format.date(example.last) }) : t('rules.example_at', { at: format.dateTime(example.at) }))
  return (
    <li className={classes.rule}>
      <div>
        <h3 className={classes.name}>{sentence(title)} {changed && <Pill tone="info">{t('rules.changed')}</Pill>}</h3>
        <p>{sentence(why, plain(args))}</p>
        <p className={classes.quiet}>{sentence(source)}</p>
      </div>
      <div className={classes.value}>
        {children ?? (onChange === undefined || kind === 'fixed' ? <strong>{kind === 'fixed' ? t('rules.fixed') : valueWords(row, sentence, t, format)}</strong> : <Value row={row} error={error} onChange={onChange} />)}
        {until && <p className={classes.quiet}>{t('rules.example')} <span className={classes.until}>{until}</span></p>}
      </div>
    </li>
  )
}

function Value({ row, error, onChange }: { readonly row: api.RuleRowView; readonly error: string | undefined; readonly onChange: (value: string) => void }): ReactNode {
  const { t, sentence, language, format } = useText()
  const decimal = language === 'fr' ? ',' : '.'
  const [typed, setTyped] = useState(() => shown(row.kind, row.value, decimal))
  const label = sentence(row.title)
  if (row.alternatives.length === 1) return <strong>{valueWords(row, sentence, t, format)}</strong>
  if (row.alternatives.length > 1) {
    // A list keeps no empty value of its own: the calendar of the place has none.
    const named = (value: string): string => (value === '' ? 'place' : value)
    return (
      <Select
        aria-label={label}
        value={named(row.value)}
        data={row.alternatives.map(({ value, title }) => ({ value: named(value), label: sentence(title) }))}
        allowDeselect={false}
        error={error}
        onChange={(value) => { if (value !== null) onChange(value === 'place' ? '' : value) }}
      />
    )
  }
  return (
    <TextInput
      aria-label={label}
      value={typed}
      inputMode="decimal"
      error={error}
      autoComplete="off"
      rightSection={row.kind === 'amount' ? row.currency : row.kind === 'rate' ? '%' : undefined}
      rightSectionWidth={row.kind === 'amount' ? 56 : 36}
      onChange={(event) => { setTyped(event.currentTarget.value); onChange(read(row.kind, event.currentTarget.value)) }}
    />
  )
}

type Words = ReturnType<typeof useText>

/** A value in words. */
export function valueWords({ kind, value, currency, alternatives }: Pick<api.RuleRowView, 'kind' | 'value' | 'currency' | 'alternatives'>, sentence: Words['sentence'], t: Words['t'], format: Words['format']): string {
  const chosen = alternatives.find((one) => one.value === value)
  if (chosen) return sentence(chosen.title)
  switch (kind) {
    case 'amount':
      return Number(value) === 0 ? t('rules.amount.none') : format.amount({ minor: Number(value), currency })
    case 'rate':
      return t('rules.rate', { value: format.number(Number(value) / 100) })
    case 'campaigns':
      return t('rules.campaign.count', { count: Number(value) })
    case 'number':
      return t('rules.times', { count: Number(value) })
    default:
      return value
  }
}
