import type { api } from '../../../api/api'

/** The answers that a person gives to a request, each with what the station must admit for it. */
const commands = {
  authorise: 'Authorise',
  ask_proof: 'AskProof',
  ask_customer: 'AskCustomer',
  decline: 'Decline',
} as const
export type Answer = keyof typeof commands

/** The answer that the rules propose; where they leave it to a person, none. */
export function proposedAnswer({ proposal }: { readonly proposal?: Pick<api.ProposalView, 'outcome'> | null }): Answer | undefined {
  return (Object.keys(commands) as Answer[]).find((answer) => answer === proposal?.outcome)
}

/** The answers one key away, in the order in which they are likely. */
export function otherAnswers(view: { readonly can: readonly string[]; readonly proposal?: Pick<api.ProposalView, 'outcome' | 'alternatives'> | null }): Answer[] {
  const proposed = proposedAnswer(view)
  const likely = [...(view.proposal?.alternatives ?? []), ...Object.keys(commands)]
  const answers = likely.filter((one): one is Answer => one in commands)
  return [...new Set(answers)].filter((one) => one !== proposed && view.can.includes(commands[one]))
}

/** Reports whether a yes goes against what the rules propose: it wants a reason then. */
export function yesIsAgainst({ proposal }: { readonly proposal?: Pick<api.ProposalView, 'outcome'> | null }): boolean {
  return !['', 'authorise', 'ask_proof', 'needs_person'].includes(proposal?.outcome ?? '')
}

/** Reports whether an exchange may come of the claim, so that a replacement is worth looking for. */
export function mayExchange({ claim }: Pick<api.CaseView, 'claim'>): boolean {
  return claim.kind === 'defect' || claim.kind === 'warranty'
}
