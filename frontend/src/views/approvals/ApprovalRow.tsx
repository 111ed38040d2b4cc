import { useState, type ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import classes from './Approvals.module.css'
import { obstacle } from './picks'
import { TurnDownDialog } from './TurnDownDialog'

/** One decision: what it is about, what was decided, what had been proposed, by whom and why. */
export function ApprovalRow({ row, chosen, failure, onToggle }: {
  readonly row: api.ApprovalView
  readonly chosen: boolean
  /** Why it could not be approved with the others. */
  readonly failure: api.Fault | undefined
  readonly onToggle: () => void
}): ReactNode {
  const { t, sentence, format } = useText()
  const [turning, setTurning] = useState(false)
  const { id, number, title, customer, outcome, amount, deductions, code, text, by, at, override, proposed } = row
  const against = obstacle(row)
  const free = proposed === '' || proposed === 'needs_person'
  const about = proposed === outcome ? t('people.approvals.as_proposed') : free ? t('people.approvals.free') : t('people.approvals.against', { outcome: sentence(`policy.outcome.${proposed}`) })
  const details = [
    ...deductions.map(({ part, finding, amount: kept }) => [sentence(`catalog.part.${part}`), sentence(`catalog.defect.${finding}`), format.amount(kept)].join(' · ')),
    code !== '' && sentence(`catalog.refusal.${code}.label`),
    text !== '' && t('people.approvals.why', { why: text }),
  ].filter((detail) => detail !== false)
  return (
    <tr className={classes.row}>
      <td>
        <label className={classes.check}>
          <input type="checkbox" checked={chosen} disabled={against === 'held'} onChange={onToggle} aria-label={t('people.approvals.pick', { number })} />
        </label>
      </td>
      <td>
        <a className={classes.number} href={href({ screen: 'case', id, step: null })}><Identifier value={number} copy={false} /></a>
        <small>{[title, customer].filter(Boolean).join(' · ')}</small>
      </td>
      <td>
        <span className={classes.outcome}>{sentence(`policy.outcome.${outcome}`)}{amount && <strong>{format.amount(amount)}</strong>}</span>
        {details.map((detail) => <small key={detail}>{detail}</small>)}
      </td>
      <td>
        {about}
        {override !== '' && <small>{t('people.approvals.why', { why: override })}</small>}
      </td>
      <td>
        {by}
        <small>{format.dateTime(at)}</small>
        {against && <Pill tone={against === 'held' ? 'warn' : 'plain'}>{t(`people.approvals.${against}`)}</Pill>}
        {failure && <small role="alert" className={classes.failure}>{sentence(failure.key, plain(failure.args))}</small>}
      </td>
      <td>
        <Button look="quiet" label={t('people.approvals.turn_down_of', { number })} onPress={() => setTurning(true)}>{t('people.approvals.turn_down')}</Button>
        {turning && <TurnDownDialog id={id} number={number} onClose={() => setTurning(false)} />}
      </td>
    </tr>
  )
}

/** The values of a sentence of the station's, as the catalogue takes them. */
function plain(args: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]))
}
