import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Pill } from '../../ui/Pill'
import type { Tone } from '../../ui/tone'
import classes from './execution/Execution.module.css'
import { plain } from './ribbonOf'

const tones: Readonly<Record<string, Tone>> = {
  done: 'ok', accepted: 'ok', queued: 'info', sending: 'info', submitting: 'info', refused: 'late', to_fix: 'late', unknown: 'warn', manual: 'warn',
}

/** What leaves for the marketplace, or left, in plain words. */
export function Actions({ view: { actions } }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  return (
    <section className={classes.section}>
      <h2>{t('case.actions.title')}</h2>
      {actions.length === 0 && <p className={classes.none}>{t('case.actions.none')}</p>}
      {actions.map(({ id, kind, amount, attempts, updatedAt, error, state }) => (
        <div key={id} className={classes.line}>
          <div className={classes.title}>
            {[sentence(`case.action.${kind}`), amount && format.amount(amount)].filter(Boolean).join(' · ')}
            <span className={classes.note}>{[format.dateTime(updatedAt), attempts > 1 && t('case.action.tries', { count: attempts })].filter(Boolean).join(' · ')}</span>
            {error && <span className={classes.error}>{sentence(error.key, plain(error.args))}</span>}
          </div>
          <Pill tone={tones[state] ?? 'plain'}>{sentence(`case.action.state.${state}`)}</Pill>
        </div>
      ))}
    </section>
  )
}
