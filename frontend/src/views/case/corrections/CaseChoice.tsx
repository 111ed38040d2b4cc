import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { names } from '../../../ui/tone'
import classes from './Corrections.module.css'
import { useOtherCases } from './useOtherCases'

/** Finds another open case by what people know of it. */
export function CaseChoice({ view, chosen, initial = '', onChoose }: {
  readonly view: api.CaseView
  readonly chosen: string
  readonly initial?: string
  readonly onChoose: (id: string) => void
}): ReactNode {
  const { t } = useText()
  const [text, setText] = useState(initial)
  const rows = useOtherCases(text, view.id)
  return (
    <div>
      <TextInput label={t('decision.merge_search')} value={text} onChange={(event) => { setText(event.currentTarget.value); onChoose('') }} autoComplete="off" spellCheck={false} data-autofocus />
      <ul className={classes.choices} aria-label={t('decision.merge_search')}>
        {rows.map(({ id, number, title, customer }) => (
          <li key={id}>
            <button type="button" className={names(classes.choice, chosen === id && classes.chosen)} aria-pressed={chosen === id} onClick={() => onChoose(id)}>
              <span>{number}<span className={classes.of}>{[title, customer].filter(Boolean).join(' · ')}</span></span>
            </button>
          </li>
        ))}
      </ul>
      {text.trim().length >= 3 && rows.length === 0 && <p className={classes.note}>{t('decision.merge_none')}</p>}
    </div>
  )
}
