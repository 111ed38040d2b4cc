import { expect, test } from 'vitest'
import { canFinish, canRetry, stateTone } from './states'

test.each([
  ['a message that was refused as it is can be sent again or finished by hand', 'tell_decision', 'to_fix', true, true],
  ['a message of which nobody knows the fate is not sent twice by a press', 'tell_decision', 'unknown', false, true],
  ['a step for a person is finished, not sent', 'send_evidence', 'manual', false, true],
  ['money is never sent again by a person, and its fate is told on its case', 'refund', 'unknown', false, false],
  ['what is on its way is left alone', 'tell_receipt', 'sending', false, false],
  ['what is done is done', 'tell_receipt', 'done', false, false],
] as const)('%s', (_name, kind, state, retry, finish) => {
  expect([canRetry({ kind, state }), canFinish({ kind, state })]).toEqual([retry, finish])
})

test('only what a person must look at is red', () => {
  expect(['queued', 'sending', 'done', 'to_fix', 'unknown'].filter((state) => stateTone(state) === 'late')).toEqual(['to_fix', 'unknown'])
})
