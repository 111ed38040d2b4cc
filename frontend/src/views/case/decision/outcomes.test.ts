import { expect, test } from 'vitest'
import type { api } from '../../../api/api'
import { choiceOf, isAgainst, otherOutcomes } from './outcomes'

const proposal = (outcome: string, alternatives: string[]) => ({ outcome, alternatives }) as api.ProposalView
const all = ['DecideFullRefund', 'DecidePartialRefund', 'DecideExchange', 'DecideRepair', 'DecideRefuse', 'DecideKeep', 'AskCustomer', 'NoteMarketplaceRefund']

test('the other outcomes keep the order of the rules, and the marketplace may have been faster', () => {
  expect(otherOutcomes({ can: all, proposal: proposal('full_refund', ['repair', 'refuse', 'hold']) })).toEqual(['repair', 'refuse', 'already_refunded'])
})

test('what the station does not admit is not offered', () => {
  expect(otherOutcomes({ can: ['DecideFullRefund'], proposal: proposal('ask_proof', ['full_refund', 'ask_proof', 'hold']) })).toEqual(['full_refund'])
  expect(otherOutcomes({ can: all, proposal: null })).toEqual([])
})

test('asking the customer, or noting what the marketplace did, goes against no rule', () => {
  expect(isAgainst('refuse', { outcome: 'full_refund' })).toBe(true)
  expect(isAgainst('full_refund', { outcome: 'full_refund' })).toBe(false)
  expect(isAgainst('ask_customer', { outcome: 'full_refund' })).toBe(false)
})

test.each([['D12', 'pause', 'unlink'], ['D6', 'ask_customer', 'withdraw_or_repair'], ['D9', 'refuse', 'quote'], ['D5', 'ask_customer', 'keep_or_return']])(
  'row %s asks the customer what it waits for', (row, outcome, choice) => expect(choiceOf({ row, outcome })).toBe(choice),
)
