import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import classes from './Decision.module.css'
import { Gets } from './Gets'
import { otherOutcomes, type Outcome } from './outcomes'
import { Reason } from './Reason'
import { UnitFacts } from './UnitFacts'

/** What Revient would do, why, what the customer gets and when; the other outcomes one key away. */
export function Proposal({ view, proposal, onChoose }: {
  readonly view: api.CaseView
  readonly proposal: api.ProposalView
  readonly onChoose: (outcome: Outcome) => void
}): ReactNode {
  const { t, sentence } = useText()
  const { outcome, reasons, row, version } = proposal
  const others = otherOutcomes(view)
  return (
    <Card className={classes.proposal}>
      <div>
        <div className={classes.top}>
          <p className={classes.quiet}>{t('case.decision.proposes')}</p>
          <p className={classes.row}>{row === '' ? t('decision.no_row', { version }) : t('decision.row', { row, version })}</p>
        </div>
        <h2 className={classes.headline}>{sentence(`policy.outcome.${outcome}`)}</h2>
        <p className={classes.quiet}>{sentence(`policy.outcome.${outcome}_why`)}</p>
      </div>
      {reasons.length > 0 && <ul className={classes.reasons}>{reasons.map((reason) => <Reason key={`${reason.key} ${reason.rule}`} reason={reason} />)}</ul>}
      <Given view={view} proposal={proposal} />
      {others.length > 0 && (
        <div>
          <p className={classes.quiet}>{t('decision.instead')}</p>
          <div className={classes.others}>
            {others.map((other, i) => (
              <Button key={other} shortcut={String(i + 1)} onPress={() => onChoose(other)}>
                {sentence(`decision.other.${other}`)}
                {other === 'refuse' && !proposal.alone && <span className={classes.second}>{t('decision.second')}</span>}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Card>
  )
}

/** What the customer gets by the proposed outcome, where it gives them something. */
function Given({ view, proposal }: { readonly view: api.CaseView; readonly proposal: api.ProposalView }): ReactNode {
  const { t } = useText()
  const { outcome, total, item, shipping, method, creditBy, units } = proposal
  if (outcome === 'full_refund') return <Gets money={total} item={item} shipping={shipping} method={method} creditBy={creditBy} />
  const unit = view.replacement ?? units[0]
  if (outcome === 'exchange' && unit) return <UnitFacts unit={unit} title={view.replacement ? t('decision.unit_kept') : t('decision.unit_gets')} />
  // What is told of money and repairs is written again in the form, or by the paper.
  if (proposal.tell === '' || ['partial_refund', 'repair', 'exchange'].includes(outcome)) return null
  return <div><p className={classes.quiet}>{t('decision.tells')}</p><p>{proposal.tell}</p></div>
}
