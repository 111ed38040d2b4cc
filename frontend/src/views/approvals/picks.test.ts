import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { choosable, obstacle, picksOf, sumOf } from './picks'

function row(id: string, part: Partial<api.ApprovalView> = {}): api.ApprovalView {
  return { id, number: id, amount: { minor: 10000, currency: 'EUR' }, mine: false, above: false, held: false, deductions: [], ...part } as api.ApprovalView
}

test.each([
  ['nothing', row('a'), undefined],
  ['that it is on hold, before all else', row('a', { held: true, mine: true }), 'held'],
  ['that it is one’s own', row('a', { mine: true, above: true }), 'mine'],
  ['that it is too much', row('a', { above: true }), 'above'],
])('what stands against a decision is %s', (_name, one, want) => expect(obstacle(one)).toBe(want))

test('a case on hold is not among what can be chosen', () => {
  expect(choosable([row('a'), row('b', { held: true })]).map(({ id }) => id)).toEqual(['a'])
})

test('what is approved is what is chosen and still there, with the amount that was seen', () => {
  const refusal = row('r', { amount: null as unknown as api.Money })
  expect(picksOf([row('a'), row('b'), refusal], new Set(['a', 'r', 'gone']))).toEqual([
    { id: 'a', expected: { minor: 10000, currency: 'EUR' } },
    { id: 'r', expected: { minor: 0, currency: '' } },
  ])
})

test('amounts of one currency are added up, and others are not', () => {
  const pick = (minor: number, currency: string) => ({ id: 'x', expected: { minor, currency } })
  expect(sumOf([pick(100, 'EUR'), pick(250, 'EUR'), pick(0, '')])).toEqual({ minor: 350, currency: 'EUR' })
  expect(sumOf([pick(100, 'EUR'), pick(250, 'SEK')])).toBeNull()
  expect(sumOf([pick(0, '')])).toBeNull()
})
