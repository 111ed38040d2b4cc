import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { answered, changed, counts, emptyVan, labelled, latestHere, scanned, type Burst } from './burst'

const told = (what: string, ...ids: string[]): api.UnloadedView => ({ code: '', what, cases: ids.map((id) => ({ id }) as api.Row), sold: false, ended: false, label: '' })

function van(...answers: api.UnloadedView[]): Burst {
  return answers.reduce((burst, answer, i) => ({ ...burst, lines: [answered(scanned(String(i), `code ${i}`, ''), answer), ...burst.lines] }), emptyVan)
}

test('what came of each scan is counted', () => {
  expect(counts(van(told('received', 'a'), told('received', 'b'), told('aside', 'c'), told('again', 'a'), told('several', 'd', 'e'), told('nothing')))).toEqual({ received: 2, aside: 1, again: 1, several: 1 })
})

test('labels come in the order of the parcels, for those that are here alone', () => {
  expect(labelled(van(told('received', 'a'), told('again', 'a'), told('aside', 'b'), told('several', 'c', 'd'), told('received', 'e')))).toEqual(['a', 'b', 'e'])
})

test('the last parcel that came in is taken back, not the last scan', () => {
  const burst = van(told('received', 'a'), told('aside', 'b'), told('again', 'a'), told('nothing'))
  const last = latestHere(burst)
  expect(last?.cases[0]?.id).toBe('b')
  const after = last ? changed(burst, { ...last, what: 'undone' }) : burst
  expect(latestHere(after)?.cases[0]?.id).toBe('a')
  expect(labelled(after)).toEqual(['a'])
})

test('an answer that this screen does not know is no reception', () => {
  expect(answered(scanned('1', 'x', ''), told('something')).what).toBe('failed')
})
