import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Amount } from '../../../ui/Amount'
import { Button } from '../../../ui/Button'
import { Pill } from '../../../ui/Pill'
import type { Tone } from '../../../ui/tone'
import classes from './Execution.module.css'
import { plain } from '../ribbonOf'
import { can } from '../steps'
import { useAsk } from '../useAsk'

const tones: Readonly<Record<string, Tone>> = {
  confirmed: 'ok', done_by_hand: 'ok', already_refunded: 'ok', rejected: 'late', unknown: 'warn', approved: 'info', submitting: 'info',
}

/** The money of a case and what became of it, in words. */
export function Refunds({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  if (view.refunds.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>{t('case.refund.title')}</h2>
      {view.refunds.map((refund) => <Refund key={refund.id} view={view} refund={refund} />)}
    </section>
  )
}

function Refund({ view, refund }: { readonly view: api.CaseView; readonly refund: api.RefundView }): ReactNode {
  const { t, sentence, format } = useText()
  const byHand = refund.byHand && refund.state === 'approved'
  const state = refund.askPerson ? t('case.refund.ask') : byHand ? t('case.refund.by_hand') : sentence(`case.refund.${refund.state}`)
  const when = refund.confirmedAt !== '' ? t('case.refund.on', { at: format.dateTime(refund.confirmedAt) }) : ''
  const visible = refund.creditBy !== '' && refund.state !== 'rejected' ? t('case.refund.visible', { at: format.day(refund.creditBy) }) : ''
  const settle = useAsk(
    {
      title: t('case.settle.title'),
      lead: (
        <>
          {byHand ? t('case.settle.lead_hand') : t('case.settle.lead')}{' '}
          {view.backOfficeUrl !== '' && <a href={view.backOfficeUrl} target="_blank" rel="noreferrer">{t('case.action.back_office')}</a>}
        </>
      ),
      action: t('case.settle.go'),
      choices: { label: t('case.settle.refunded'), chips: [{ id: 'yes', label: t('case.settle.yes') }, { id: 'no', label: t('case.settle.no') }], initial: byHand ? 'yes' : '' },
      words: { label: t('case.settle.seen') },
      pin: true,
    },
    (command, { code, words, pin }) => casesApi.SettleRefund(command, view.id, { refund: refund.id, refunded: code === 'yes', seen: words, pin }),
  )
  return (
    <div className={classes.line}>
      <div className={classes.title}>
        <Amount money={refund.total} />
        <span className={classes.note}>{[when, visible, sentence(`case.decision.method.${refund.method}`)].filter(Boolean).join(' · ')}</span>
        {refund.deductions.length > 0 && <span className={classes.note}>{refund.deductions.map(({ part, amount }) => t('decision.deducted', { part: sentence(`catalog.part.${part}`), amount: format.amount(amount) })).join(' · ')}</span>}
      </div>
      <Pill tone={refund.askPerson || byHand ? 'warn' : (tones[refund.state] ?? 'plain')}>{state}</Pill>
      {(refund.askPerson || byHand) && can(view, 'SettleRefund') && <Button onPress={settle.open}>{byHand ? t('case.settle.open_hand') : t('case.settle.open')}</Button>}
      {settle.dialog}
      {refund.state === 'unknown' && <BothFacts view={view} refund={refund} />}
    </div>
  )
}

/** What this station knows of a refund in doubt, beside what the marketplace says: nobody guesses between them. */
function BothFacts({ view, refund }: { readonly view: api.CaseView; readonly refund: api.RefundView }): ReactNode {
  const { t, sentence, format } = useText()
  const order = view.actions.find(({ kind }) => kind === 'refund')
  const at = format.dateTime(order?.updatedAt || refund.approvedAt)
  const read = order?.error ? sentence(order.error.key, plain(order.error.args)) : refund.notFoundAt === '' ? t('decision.unknown_theirs_silent') : t('decision.unknown_theirs_not', { at: format.dateTime(refund.notFoundAt) })
  return (
    <div className={classes.facts} role="group" aria-label={t('decision.unknown_title')}>
      <p className={classes.fact}><strong>{t('decision.unknown_ours')}</strong>{refund.accepted ? t('decision.unknown_ours_accepted', { at }) : t('decision.unknown_ours_sent', { at, count: refund.attempts })}</p>
      <p className={classes.fact}><strong>{t('decision.unknown_theirs')}</strong>{read}</p>
    </div>
  )
}
