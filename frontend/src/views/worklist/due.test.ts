import { expect, test } from 'vitest'
import { dutyOf, timeLeft } from './due'

const now = new Date('2026-11-20T09:00:00Z')

test.each([
  ['an answer due in five hours is told by the clock', 'ANSWER_24H', '2026-11-20T14:00:00Z', 'hours', 5],
  ['an answer due in three days is told by its day', 'ANSWER_24WH', '2026-11-23T09:00:00Z', 'days', 72],
  ['a refund due tonight is told by its day, for midnight is no hour of work', 'REFUND_5D_LIMIT', '2026-11-20T23:00:00Z', 'days', 14],
  ['the first instant that is too late is late', 'REFUND_5D_LIMIT', '2026-11-20T09:00:00Z', 'late', 0],
  ['what was due yesterday says how long ago', 'REFUND_5D_PLAN', '2026-11-19T08:00:00Z', 'late', 25],
] as const)('%s', (_name, rule, at, told, hours) => {
  expect(timeLeft({ rule, at }, now)).toEqual({ in: told, milliseconds: hours * 3_600_000 })
})

test('a rule obliges to answer, to refund, to give a label or to tell the carrier', () => {
  expect(dutyOf('LABEL_1WD')).toBe('label')
  expect(dutyOf('CARRIER_3D')).toBe('protest')
  expect(dutyOf('ANSWER_24H')).toBe('answer')
  expect(dutyOf('REFUND_14D_LEGAL')).toBe('refund')
})
