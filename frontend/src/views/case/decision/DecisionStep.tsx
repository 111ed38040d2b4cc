import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Confirm } from '../../../ui/Confirm'
import { Empty } from '../../../ui/Empty'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { CloseByException } from '../CloseByException'
import { StepFoot } from '../StepFoot'
import { useStepScan } from '../stepScans'
import { can } from '../steps'
import { useCaseCommand } from '../useCaseCommand'
import { Accept } from './Accept'
import { Decided } from './Decided'
import { ExchangeForm } from './ExchangeForm'
import { FullRefundForm } from './FullRefundForm'
import { KeepForm } from './KeepForm'
import { MarketplaceForm } from './MarketplaceForm'
import type { FormProps } from './OutcomeForm'
import type { Outcome } from './outcomes'
import { PartialForm } from './PartialForm'
import { Proposal } from './Proposal'
import { Protest } from './Protest'
import { Question, useQuestion } from './Question'
import { RefusalForm } from './RefusalForm'
import { RepairForm } from './RepairForm'

type Written = Exclude<Outcome, 'ask_customer'>

const forms: Readonly<Record<Written, (props: FormProps) => ReactNode>> = {
  full_refund: FullRefundForm,
  partial_refund: PartialForm,
  exchange: ExchangeForm,
  repair: RepairForm,
  refuse: RefusalForm,
  keep: KeepForm,
  already_refunded: MarketplaceForm,
}

/** What the rules propose, and the person who decides: F9 takes it, a digit takes another way. */
export function DecisionStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [chosen, setChosen] = useState<Written | null>(null)
  const [scanned, setScanned] = useState<string | undefined>()
  const question = useQuestion(view)
  const { proposal } = view
  const exchangeable = proposal?.outcome === 'exchange' || proposal?.alternatives.includes('exchange') === true
  useStepScan('unit', ({ text }) => { setScanned(text); setChosen('exchange') }, exchangeable && chosen === null && !view.decision)
  if (view.decision) return <><Decided view={view} /><StepFoot view={view} /></>
  if (!proposal) return <><Card><Empty title={t('case.decision.no_sale')} /></Card><StepFoot view={view} end={<Reinspect view={view} />} /></>
  const choose = (outcome: Outcome): void => {
    if (outcome === 'ask_customer') question.open()
    else setChosen(outcome)
  }
  const Form = chosen === null ? null : forms[chosen]
  if (Form) return <Form view={view} proposal={proposal} scanned={scanned} onBack={() => { setChosen(null); setScanned(undefined) }} />
  return (
    <>
      <Question view={view} />
      <Protest view={view} />
      <Proposal view={view} proposal={proposal} onChoose={choose} />
      <StepFoot view={view} end={<><Reinspect view={view} first={proposal.outcome === 'needs_second_test'} /><Accept view={view} proposal={proposal} onChoose={choose} /></>}>
        {(proposal.total.minor === 0 || view.stage === 'lost') && <CloseByException view={view} />}
      </StepFoot>
      {question.dialog}
    </>
  )
}

/** The device is looked at again: the earlier inspection stays as a revision. */
function Reinspect({ view, first = false }: {
  readonly view: api.CaseView
  /** It is what the rules propose. */
  readonly first?: boolean
}): ReactNode {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand<null>((command) => casesApi.Reinspect(command, view.id))
  if (!can(view, 'Reinspect')) return null
  return (
    <>
      <Button {...(first ? { look: 'go' as const, shortcut: 'F9' } : {})} onPress={() => setAsking(true)}>{first ? t('decision.test_again') : t('case.decision.reinspect')}</Button>
      {asking && (
        <Confirm title={t('case.decision.reinspect_title')} action={t('case.decision.reinspect_go')} busy={busy} onConfirm={() => void give(null).then((done) => { if (done) setAsking(false) })} onCancel={() => { dismiss(); setAsking(false) }}>
          <p>{first ? t('decision.test_again_lead') : t('case.decision.reinspect_lead')}</p>
          {fault && <ErrorNotice error={fault} />}
        </Confirm>
      )}
    </>
  )
}
