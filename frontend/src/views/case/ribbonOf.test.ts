import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { formatFor } from '../../text/format'
import { ribbonOf } from './ribbonOf'

const text = { t: (key: string, args = {}) => `${key} ${Object.values(args).join(' ')}`.trim(), sentence: (key: string) => key, format: formatFor('fr', 'Europe/Paris') }
const mark = (kind: string, day: string, more: Partial<api.MarkView> = {}): api.MarkView => ({
  kind, at: day === '' ? '' : `${day}T10:00:00Z`, day, precision: 'instant', tone: 'ok', key: kind, args: {}, note: '', noteArgs: {}, rule: '', ...more,
})

test('a case that nobody is late with is green until its aim, amber until its limit, red after it', () => {
  const { zones } = ribbonOf([mark('received', '2026-11-16'), mark('refund_plan', '2026-11-20'), mark('refund_limit', '2026-11-21'), mark('refund_legal', '2026-11-30')], text)
  expect(zones.map(({ tone }) => tone)).toEqual(['ok', 'warn', 'late'])
  expect(zones.at(-1)?.to).toBe(1)
})

test('a case without a deadline is green all along', () => {
  expect(ribbonOf([mark('requested', '2026-11-16'), mark('now', '2026-11-23')], text).zones).toEqual([{ from: 0, to: 1, tone: 'ok' }])
})

test('a moment that nobody knows stands before all that is known', () => {
  const { marks } = ribbonOf([mark('delivered', '', { precision: 'unknown', note: 'policy.note.to_check', tone: 'warn' }), mark('declared', '2026-11-19'), mark('now', '2026-11-23')], text)
  const [delivered, remark, declared] = marks
  expect(delivered?.at).toBeLessThan(declared?.at ?? 0)
  expect(remark).toMatchObject({ label: 'policy.note.to_check', remark: true, tone: 'warn', at: delivered?.at })
})

test('a deadline is told by what to do before it, with its day and its rule', () => {
  const { marks } = ribbonOf([mark('now', '2026-11-19'), mark('refund_limit', '2026-11-23', { note: 'policy.note.refund_before', rule: 'REFUND_5D_LIMIT' })], text)
  expect(marks.find(({ weight }) => weight === 'due')).toMatchObject({ label: `policy.note.refund_before lun. 23\u00a0nov.` })
  expect(marks.find(({ weight }) => weight === 'due')?.rule).toContain('policy.rule.REFUND_5D_LIMIT.why')
})

test('marks of one moment do not divide by nothing', () => {
  expect(ribbonOf([mark('now', '2026-11-23')], text).marks[0]?.at).toBe(0.5)
})
