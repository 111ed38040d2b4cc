import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Card } from '../../../ui/Card'
import { Facts, type Fact } from '../../../ui/Facts'
import classes from './Triage.module.css'

/** The answer that was given: when, how, by whom; or the words of a no. */
export function Given({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const facts = useGiven(view)
  if (facts.length === 0) return null
  return <Card title={t('triage.authorised.title')} className={classes.answered}><Facts facts={facts} /></Card>
}

function useGiven({ authorised, declineCode, declineText, question }: api.CaseView): Fact[] {
  const { t, sentence, format } = useText()
  const facts: (Fact | false)[] = [
    !!authorised && { term: t('triage.authorised.when'), value: [format.dateTime(authorised.at.at), authorised.by].filter(Boolean).join(' · ') },
    !!authorised && { term: t('triage.authorised.how'), value: sentence(`triage.way.${authorised.how === '' ? 'marketplace' : authorised.how}`) },
    !!authorised && { term: t('triage.authorised.label'), value: authorised.label ? t('triage.authorised.label_ours') : t('triage.authorised.label_theirs') },
    !!authorised && authorised.override !== '' && { term: t('triage.authorised.against', { outcome: sentence(`policy.outcome.${authorised.proposed}`) }), value: authorised.override },
    declineCode !== '' && { term: t('triage.decline.why'), value: sentence(`case.decline.code.${declineCode}`) },
    declineText !== '' && { term: t('triage.decline.said'), value: <span className={classes.text}>{declineText}</span> },
    !!question && question.answer !== '' && { term: t('triage.answered.title'), value: t('triage.answered.at', { answer: sentence(`triage.answer.${question.answer}`), at: format.dateTime(question.answeredAt) }) },
  ]
  return facts.filter((fact) => fact !== false)
}
