import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { readAmount } from '../../../text/amounts'
import { useText } from '../../../text/useText'
import { FaultText } from '../../../ui/FaultText'
import classes from './Decision.module.css'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { typed } from './partial'
import { useDecision } from './useDecision'

/** The marketplace refunded by itself: how much, and where it was seen. */
export function MarketplaceForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, sentence, language } = useText()
  const decimal = language === 'fr' ? ',' : '.'
  const noted = view.refunds.some(({ noted: known, state }) => known || state === 'already_refunded')
  const [item, setItem] = useState(() => (noted ? '' : typed(proposal.item, decimal)))
  const [shipping, setShipping] = useState(() => (noted ? '' : typed(proposal.shipping, decimal)))
  const [seen, setSeen] = useState('')
  const decision = useDecision<Pick<api.MarketplaceRefundForm, 'item' | 'shipping' | 'seen'>>((command, form) =>
    casesApi.NoteMarketplaceRefund(command, view.id, { item: form.item, shipping: form.shipping, seen: form.seen, pin: form.pin }))
  const money = (text: string): { minor: number; currency: string } => ({ minor: readAmount(text) ?? 0, currency: proposal.item.currency })
  const unread = [item, shipping].some((text) => readAmount(text) === null)
  const missing = noted ? undefined : unread || money(item).minor + money(shipping).minor === 0 ? t('decision.missing.amount') : seen.trim() === '' ? t('decision.seen_missing') : undefined
  const errorAt = (field: string): ReactNode => decision.fault?.field === field && <FaultText fault={decision.fault} />
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={sentence('policy.outcome.already_refunded')}
      lead={noted ? t('decision.noted_before') : t('decision.marketplace_lead')}
      action={t('decision.marketplace_go')}
      against={false}
      proposed={proposal.outcome === 'already_refunded'}
      missing={missing}
      fields={['amount', 'seen']}
      onDecide={() => void decision.give({ item: money(item), shipping: money(shipping), seen })}
      onBack={onBack}
    >
      {!noted && (
        <div className={classes.fields}>
          <TextInput label={t('decision.price')} value={item} onChange={(event) => setItem(event.currentTarget.value)} error={errorAt('amount')} inputMode="decimal" autoComplete="off" />
          <TextInput label={t('decision.shipping_short')} value={shipping} onChange={(event) => setShipping(event.currentTarget.value)} inputMode="decimal" autoComplete="off" />
          <TextInput label={t('case.settle.seen')} value={seen} onChange={(event) => setSeen(event.currentTarget.value)} error={errorAt('seen')} autoComplete="off" autoFocus />
        </div>
      )}
    </OutcomeForm>
  )
}
