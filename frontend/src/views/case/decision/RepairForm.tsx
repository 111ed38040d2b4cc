import type { ReactNode } from 'react'
import { casesApi } from '../../../api/api'
import { useText } from '../../../text/useText'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { useDecision } from './useDecision'

/** The device is repaired under warranty and goes back. */
export function RepairForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, sentence } = useText()
  const decision = useDecision<object>((command, form) => casesApi.DecideRepair(command, view.id, form))
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={sentence('policy.outcome.repair')}
      lead={sentence('policy.outcome.repair_why')}
      action={t('decision.repair_go')}
      against={proposal.outcome !== 'repair'}
      missing={undefined}
      onDecide={() => void decision.give({})}
      onBack={onBack}
    />
  )
}
