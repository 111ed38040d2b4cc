import { IconMessageQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Question } from '../decision/Question'
import classes from './Triage.module.css'

/** The next word is the customer's: what was asked of them, when and by whom, and their answer in one press. */
export function Waiting({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, format } = useText()
  const { proof, question, waits } = view
  const asked = question?.answer === ''
  const shown = waits && proof.state === 'asked' && !asked
  return (
    <>
      <Question view={view} />
      {shown && (
        <section className={classes.waiting} aria-label={t('triage.waiting.title')}>
          <p><IconMessageQuestion size={22} aria-hidden /> <strong>{t('triage.waiting.title')}</strong> {t('triage.waiting.proof', { at: format.dateTime(proof.askedAt) })}</p>
          {proof.text !== '' && <p className={classes.quiet}>{proof.text}</p>}
        </section>
      )}
    </>
  )
}
