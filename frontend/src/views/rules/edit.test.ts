import { expect, test } from 'vitest'
import { grouped, isChanged, nothing, read, shown, withValue } from './edit'

const row = { field: 'defect', value: 'DEFECT_72H' }

test('a value that is set back to what it was is no change', () => {
  const changed = withValue(nothing, row, 'DEFECT_3BD')
  expect(isChanged(changed)).toBe(true)
  expect(isChanged(withValue(changed, row, 'DEFECT_72H'))).toBe(false)
})

test.each([['amount', '50000', '500,00'], ['rate', '667', '6,67'], ['number', '3', '3']])('a %s of %s is read as %s', (kind, kept, typed) => {
  expect(shown(kind, kept, ',')).toBe(typed)
  expect(read(kind, typed)).toBe(kept)
})

test('what cannot be read is sent on, to be refused beside its field', () => {
  expect(read('number', ' trois ')).toBe('trois')
  expect(read('amount', 'beaucoup')).toBe('beaucoup')
})

test('rules stand by subject, and the figures of the workshop together', () => {
  const rule = (reading: string, kind: string) => ({ reading, kind, field: '', value: '', currency: '', title: '', source: '', why: '', args: {}, alternatives: [], campaigns: [], example: null })
  expect(grouped([rule('R1', 'rule'), rule('R1', 'fixed'), rule('', 'fixed'), rule('', 'amount'), rule('', 'number')] as never).map(({ subject, rows }) => [subject, rows.length])).toEqual([['R1', 2], ['carrier', 1], ['ours', 2]])
})
