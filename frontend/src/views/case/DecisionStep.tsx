import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Confirm } from '../../ui/Confirm'
import { Empty } from '../../ui/Empty'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Facts } from '../../ui/Facts'
import { AskDialog } from './AskDialog'
import classes from './DecisionStep.module.css'
import { CloseByException } from './CloseByException'
import { Proposal } from './Proposal'
import { StepFoot } from './StepFoot'
import { can } from './steps'
import { useCaseCommand } from './useCaseCommand'

/** What the rules propose, and the person who decides. */
export function DecisionStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { proposal } = view
  if (view.decision) return <><Decided view={view} /><StepFoot view={view} /></>
  if (!proposal) return <><Card><Empty title={t('case.decision.no_sale')} /></Card><StepFoot view={view} end={<Reinspect view={view} />} /></>
  return (
    <>
      <Proposal proposal={proposal} />
      <StepFoot view={view} end={<><Reinspect view={view} /><Refund view={view} proposal={proposal} /></>}>
        {proposal.total.minor === 0 && <CloseByException view={view} />}
      </StepFoot>
    </>
  )
}

/** The refund is confirmed once, here, with its amount: nobody is there when it is sent. */
function Refund({ view, proposal }: { readonly view: api.CaseView; readonly proposal: api.ProposalView }): ReactNode {
  const { t, sentence, format } = useText()
  const [asking, setAsking] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand((command, form: api.RefundForm) => casesApi.DecideFullRefund(command, view.id, form))
  const amount = format.amount(proposal.total)
  const against = proposal.outcome !== 'full_refund'
  const decide = (override: string, pin: string): void =>
    void give({ expected: proposal.total, override, pin }).then((done) => {
      play(done ? 'done' : 'refused')
      if (done) setAsking(false)
    })
  const close = (): void => {
    dismiss()
    setAsking(false)
  }
  const lead = t('case.decision.confirm', { amount, method: sentence(`case.decision.method.${proposal.method}`) })
  const held = view.hold ? t('case.decision.held') : undefined
  const settled = proposal.total.minor === 0 ? t('case.decision.nothing_left') : undefined
  return (
    <>
      <Button look={against ? 'plain' : 'go'} shortcut="F9" disabledReason={held ?? settled} onPress={() => setAsking(true)}>
        {against ? t('case.decision.against') : t('case.decision.go', { amount })}
      </Button>
      {asking && against && (
        <AskDialog
          asked={{
            title: t('case.decision.confirm_title', { amount }),
            lead: <>{t('case.decision.against_lead', { outcome: sentence(`policy.outcome.${proposal.outcome}`) })} {lead}</>,
            action: t('case.decision.go', { amount }),
            words: { label: t('case.form.reason') },
            pin: true,
          }}
          busy={busy}
          fault={fault}
          onGive={({ words, pin }) => decide(words, pin)}
          onClose={close}
        />
      )}
      {asking && !against && (
        <Confirm title={t('case.decision.confirm_title', { amount })} action={t('case.decision.go', { amount })} busy={busy} onConfirm={() => decide('', '')} onCancel={close}>
          <p>{lead}</p>
          {fault && <ErrorNotice error={fault} />}
        </Confirm>
      )}
    </>
  )
}

function Reinspect({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand<null>((command) => casesApi.Reinspect(command, view.id))
  if (!can(view, 'Reinspect')) return null
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('case.decision.reinspect')}</Button>
      {asking && (
        <Confirm title={t('case.decision.reinspect_title')} action={t('case.decision.reinspect_go')} busy={busy} onConfirm={() => void give(null).then((done) => { if (done) setAsking(false) })} onCancel={() => { dismiss(); setAsking(false) }}>
          <p>{t('case.decision.reinspect_lead')}</p>
          {fault && <ErrorNotice error={fault} />}
        </Confirm>
      )}
    </>
  )
}

/** What was decided, by whom. */
function Decided({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const { decision, refunds } = view
  if (!decision) return null
  const refund = refunds.at(-1)
  return (
    <Card className={classes.decided}>
      <p className={classes.quiet}>{t('case.decision.outcome')}</p>
      <h2 className={classes.headline}>{sentence(`policy.outcome.${decision.outcome}`)}</h2>
      {refund && <p className={classes.amount}>{format.amount(refund.total)}</p>}
      <Facts
        facts={[
          { term: t('case.decision.decided'), value: [format.dateTime(decision.at), decision.by].filter(Boolean).join(' · ') },
          ...(decision.override === '' ? [] : [{ term: t('case.decision.override'), value: decision.override }]),
        ]}
      />
    </Card>
  )
}
