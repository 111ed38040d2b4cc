import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi } from '../../../api/api'
import { useText } from '../../../text/useText'
import { FaultText } from '../../../ui/FaultText'
import { Gets } from './Gets'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { isAgainst } from './outcomes'
import { useDecision } from './useDecision'

/** All that is left goes back. For a parcel that is lost, on the proof that it was sent. */
export function FullRefundForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, format } = useText()
  const lost = view.stage === 'lost'
  const [proof, setProof] = useState('')
  const decision = useDecision<{ proof: string }>((command, form) => casesApi.DecideFullRefund(command, view.id, { expected: proposal.total, ...form }))
  const against = isAgainst('full_refund', proposal) && !lost
  const missing = proposal.total.minor === 0 ? t('case.decision.nothing_left') : lost && proof.trim() === '' ? t('decision.proof_missing') : undefined
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={t('decision.full_refund')}
      lead={lost ? t('decision.lost_lead') : undefined}
      action={t('case.decision.go', { amount: format.amount(proposal.total) })}
      against={against}
      missing={missing}
      fields={['proof']}
      onDecide={() => void decision.give({ proof })}
      onBack={onBack}
    >
      <Gets money={proposal.total} item={proposal.item} shipping={proposal.shipping} method={proposal.method} creditBy={proposal.creditBy} />
      {lost && (
        <TextInput
          label={t('decision.proof')}
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value)}
          error={decision.fault?.field === 'proof' && <FaultText fault={decision.fault} />}
          autoComplete="off"
          autoFocus
        />
      )}
    </OutcomeForm>
  )
}
