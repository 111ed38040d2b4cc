import { expect, test } from 'vitest'
import { mayExchange, otherAnswers, proposedAnswer, yesIsAgainst } from './triage'

const requested = ['Authorise', 'AskProof', 'AskCustomer', 'Decline', 'Cancel']
const proposing = (outcome: string, alternatives: string[] = []) => ({ can: requested, proposal: { outcome, alternatives } })

test('the rules propose one answer, the others are a key away', () => {
  expect(proposedAnswer(proposing('ask_proof'))).toBe('ask_proof')
  expect(otherAnswers(proposing('ask_proof', ['authorise', 'decline']))).toEqual(['authorise', 'decline', 'ask_customer'])
})

test('where no row fits a person answers', () => {
  expect(proposedAnswer(proposing('needs_person'))).toBeUndefined()
  expect(otherAnswers(proposing('needs_person'))).toEqual(['authorise', 'ask_proof', 'ask_customer', 'decline'])
})

test('what the station does not admit is not offered', () => {
  expect(otherAnswers({ can: ['AskCustomer'], proposal: { outcome: 'authorise', alternatives: [] } })).toEqual(['ask_customer'])
})

test.each([['authorise', false], ['ask_proof', false], ['needs_person', false], ['decline', true], ['ask_customer', true]])('a yes where the rules propose to %s wants a reason: %s', (outcome, against) => {
  expect(yesIsAgainst(proposing(outcome))).toBe(against)
})

test('a change of mind is no reason to keep a replacement', () => {
  expect(mayExchange({ claim: { kind: 'change_of_mind', wish: 'refund', issues: [], text: '' } })).toBe(false)
  expect(mayExchange({ claim: { kind: 'defect', wish: 'replacement', issues: [], text: '' } })).toBe(true)
})
