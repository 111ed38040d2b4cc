import type { api } from '../../../api/api'

/** The outcomes that a person gives at the decision, each with a form of its own. */
export const outcomes = ['full_refund', 'partial_refund', 'exchange', 'repair', 'refuse', 'keep', 'ask_customer', 'already_refunded'] as const
export type Outcome = (typeof outcomes)[number]

/** The outcome of a name, if the decision has it. */
export function outcomeOf(name: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome === name)
}

/** What each outcome needs the station to admit. */
const commands: Readonly<Record<Outcome, string>> = {
  full_refund: 'DecideFullRefund',
  partial_refund: 'DecidePartialRefund',
  exchange: 'DecideExchange',
  repair: 'DecideRepair',
  refuse: 'DecideRefuse',
  keep: 'DecideKeep',
  ask_customer: 'AskCustomer',
  already_refunded: 'NoteMarketplaceRefund',
}

/** The outcomes one key away, the likeliest first; the marketplace may always have been faster. */
export function otherOutcomes({ can, proposal }: { readonly can: readonly string[]; readonly proposal?: api.ProposalView | null }): Outcome[] {
  if (!proposal) return []
  const open = [...proposal.alternatives, 'already_refunded'].map(outcomeOf)
  return [...new Set(open)].filter((one) => one !== undefined && one !== proposal.outcome && can.includes(commands[one])) as Outcome[]
}

/** Reports whether a decision goes against what the rules propose, which wants a reason. */
export function isAgainst(outcome: Outcome, proposal: Pick<api.ProposalView, 'outcome'>): boolean {
  return proposal.outcome !== outcome && outcome !== 'ask_customer' && outcome !== 'already_refunded'
}

/** The question that fits what the rules wait for. */
export function choiceOf({ row, outcome }: Pick<api.ProposalView, 'row' | 'outcome'>): string {
  if (row === 'D12') return 'unlink'
  if (row === 'D6') return 'withdraw_or_repair'
  if (row === 'D9') return 'quote'
  return outcome === 'ask_customer' ? 'keep_or_return' : 'withdraw_or_repair'
}
