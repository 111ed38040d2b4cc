import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { readAmount } from '../../../text/amounts'
import { useText } from '../../../text/useText'
import { FaultText } from '../../../ui/FaultText'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { useDecision } from './useDecision'

/** The customer keeps the device, with a part of its price back. */
export function KeepForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, sentence, format } = useText()
  const [typed, setTyped] = useState('')
  const decision = useDecision<{ amount: api.Money }>((command, form) => casesApi.DecideKeep(command, view.id, form))
  const minor = readAmount(typed)
  const amount = { minor: minor ?? 0, currency: proposal.item.currency }
  const missing = minor === null || minor === 0 ? t('decision.missing.amount') : minor > proposal.item.minor ? t('decision.missing.above') : undefined
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={sentence('policy.outcome.keep')}
      lead={view.reception ? t('decision.keep_back') : t('decision.keep_there')}
      action={t('case.decision.go', { amount: format.amount(amount) })}
      against={proposal.outcome !== 'keep'}
      missing={missing}
      fields={['amount']}
      onDecide={() => void decision.give({ amount })}
      onBack={onBack}
    >
      <TextInput
        label={t('decision.keep_amount', { most: format.amount(proposal.item) })}
        description={sentence(`decision.partial_by.${proposal.partialBy}`)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={decision.fault?.field === 'amount' && <FaultText fault={decision.fault} />}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
      />
    </OutcomeForm>
  )
}
