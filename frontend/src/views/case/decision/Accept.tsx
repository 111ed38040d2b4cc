import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { newCommandId } from '../../../api/call'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Confirm } from '../../../ui/Confirm'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { useHold } from '../StepFoot'
import { useDecision } from './useDecision'
import type { Outcome } from './outcomes'
import { useQuestion } from './Question'

/** The one key that does what Revient proposes. What moves money, or refuses, is looked at once before. */
export function Accept({ view, proposal, onChoose }: {
  readonly view: api.CaseView
  readonly proposal: api.ProposalView
  /** Opens the form of an outcome. */
  readonly onChoose: (outcome: Outcome) => void
}): ReactNode {
  const { t } = useText()
  switch (proposal.outcome) {
    case 'full_refund':
      return <Refund view={view} proposal={proposal} />
    case 'exchange':
      return <Exchange view={view} proposal={proposal} onChoose={onChoose} />
    case 'repair':
      return <Repair view={view} onChoose={onChoose} />
    case 'partial_refund':
      return <Go onPress={() => onChoose('partial_refund')} view={view}>{t('decision.partial_open')}</Go>
    case 'refuse':
      return <Go onPress={() => onChoose('refuse')} view={view}>{t('decision.refuse_open')}</Go>
    case 'already_refunded':
      return <Go onPress={() => onChoose('already_refunded')} view={view}>{t('decision.marketplace_go')}</Go>
    case 'ask_proof':
      return view.stage === 'lost' ? <Go onPress={() => onChoose('full_refund')} view={view}>{t('decision.proof_there')}</Go> : null
    case 'ask_customer':
      return <Ask view={view} />
    case 'pause':
      return proposal.row === 'D12' ? <Ask view={view} /> : <HoldIt view={view} />
    case 'hold':
      return <HoldIt view={view} />
    case 'quarantine':
      return view.place === 'quarantine' ? <HoldIt view={view} /> : <Isolate view={view} />
    default:
      return null
  }
}

function Go({ view, onPress, busy = false, reason, children }: { readonly view: api.CaseView; readonly onPress: () => void; readonly busy?: boolean; readonly reason?: string | undefined; readonly children: ReactNode }): ReactNode {
  const { t } = useText()
  return <Button look="go" shortcut="F9" busy={busy} disabledReason={view.hold ? t('case.decision.held') : reason} onPress={onPress}>{children}</Button>
}

/** The refund is confirmed once, here, with its amount: nobody is there when it is sent. */
function Refund({ view, proposal }: { readonly view: api.CaseView; readonly proposal: api.ProposalView }): ReactNode {
  const { t, sentence, format } = useText()
  const [asking, setAsking] = useState(false)
  const decision = useDecision<{ proof: string }>((command, form) => casesApi.DecideFullRefund(command, view.id, { expected: proposal.total, ...form }))
  const amount = format.amount(proposal.total)
  const { fault, busy } = decision
  const decide = (): void => void decision.give({ proof: '' }).then((done) => { if (done) setAsking(false) })
  return (
    <>
      <Go view={view} reason={proposal.total.minor === 0 ? t('case.decision.nothing_left') : undefined} onPress={() => setAsking(true)}>{t('case.decision.go', { amount })}</Go>
      {asking && (
        <Confirm title={t('case.decision.confirm_title', { amount })} action={t('case.decision.go', { amount })} busy={busy} onConfirm={decide} onCancel={() => setAsking(false)}>
          <p>{t('case.decision.confirm', { amount, method: sentence(`case.decision.method.${proposal.method}`) })}</p>
          {fault && <ErrorNotice error={fault} />}
        </Confirm>
      )}
    </>
  )
}

/** The unit that is kept for the customer, else the best match of the stock: kept and decided at once. */
function Exchange({ view, proposal, onChoose }: { readonly view: api.CaseView; readonly proposal: api.ProposalView; readonly onChoose: (outcome: Outcome) => void }): ReactNode {
  const { t } = useText()
  const unit = view.replacement?.unit ?? proposal.units[0]?.id ?? ''
  const decision = useDecision<{ unit: string }>(async (command, form) => {
    // Keeping a unit again that is kept already changes nothing, so a second try is safe.
    if (view.replacement?.unit !== form.unit) await casesApi.ReserveReplacement(newCommandId(), view.id, { unit: form.unit, code: '', override: '', pin: '' })
    return casesApi.DecideExchange(command, view.id, form)
  })
  return (
    <>
      <Button onPress={() => onChoose('exchange')}>{t('decision.unit_change')}</Button>
      <Go view={view} busy={decision.busy} onPress={() => void decision.give({ unit }).then((done) => { if (!done) onChoose('exchange') })}>{t('decision.exchange_go')}</Go>
    </>
  )
}

function Repair({ view, onChoose }: { readonly view: api.CaseView; readonly onChoose: (outcome: Outcome) => void }): ReactNode {
  const { t } = useText()
  const decision = useDecision<object>((command, form) => casesApi.DecideRepair(command, view.id, form))
  return <Go view={view} busy={decision.busy} onPress={() => void decision.give({}).then((done) => { if (!done) onChoose('repair') })}>{t('decision.repair_go')}</Go>
}

function Ask({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { open, dialog } = useQuestion(view)
  return <><Go view={view} onPress={open} reason={view.waits ? t('decision.waits') : undefined}>{t('decision.ask_go')}</Go>{dialog}</>
}

function HoldIt({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { open, dialog } = useHold(view.id, view.proposal?.row === 'D10' ? 'identity' : view.proposal?.outcome === 'pause' ? 'customer' : 'doubt')
  if (view.hold) return null
  return <><Go view={view} onPress={open}>{t('case.hold.title')}</Go>{dialog}</>
}

function Isolate({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const decision = useDecision<{ place: string }>((command, form) => casesApi.Move(command, view.id, { place: form.place, bin: '' }))
  return <Go view={view} busy={decision.busy} onPress={() => void decision.give({ place: 'quarantine' })}>{t('decision.isolate')}</Go>
}
