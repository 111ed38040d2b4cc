import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Card } from '../../../ui/Card'
import { Facts, type Fact } from '../../../ui/Facts'
import classes from './Decision.module.css'

/** What was decided, by whom, and against what. */
export function Decided({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const { decision } = view
  if (!decision) return null
  const refund = view.refunds.findLast(({ state }) => state !== 'rejected')
  const facts: (Fact | false)[] = [
    { term: t('case.decision.decided'), value: [format.dateTime(decision.at), decision.by].filter(Boolean).join(' · ') },
    decision.second !== '' && { term: t('decision.approved_by'), value: decision.second },
    decision.alone && { term: t('decision.approved_by'), value: t('decision.approved_alone') },
    decision.code !== '' && { term: t('decision.refusal_code'), value: sentence(`catalog.refusal.${decision.code}.label`) },
    decision.override !== '' && { term: t('case.decision.override'), value: decision.override },
    decision.proposed !== '' && decision.proposed !== decision.outcome && { term: t('case.decision.proposes'), value: sentence(`policy.outcome.${decision.proposed}`) },
    decision.version !== '' && { term: t('decision.rules'), value: [decision.row, decision.version].filter(Boolean).join(' · ') },
  ]
  return (
    <Card className={classes.decided}>
      <p className={classes.quiet}>{t('case.decision.outcome')}</p>
      <h2 className={classes.headline}>{sentence(`policy.outcome.${decision.outcome}`)}</h2>
      {refund && decision.outcome !== 'exchange' && <p className={classes.amount}>{format.amount(refund.total)}</p>}
      {decision.text !== '' && <p className={classes.quiet} style={{ whiteSpace: 'pre-line' }}>{decision.text}</p>}
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  )
}
