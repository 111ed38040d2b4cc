import { expect, test } from 'vitest'
import { lastMonths, monthName, shortHead, totals } from './sums'

test('item and shipping are put together, currency by currency', () => {
  const euro = (minor: number) => ({ minor, currency: 'EUR' })
  const pound = (minor: number) => ({ minor, currency: 'GBP' })
  expect(totals({ count: 2, sums: [{ item: euro(1000), shipping: euro(99) }, { item: pound(5), shipping: pound(0) }] })).toEqual([euro(1099), pound(5)])
  expect(totals({ count: 0, sums: [] })).toEqual([])
})

test('a hash is read out in groups of four', () => {
  expect(shortHead('9f3ac0719f3ac0719f3ac071')).toBe('9f3a c071 9f3a c071')
  expect(shortHead('')).toBe('')
})

test('the months go back over the turn of a year', () => {
  const months = lastMonths(new Date(2027, 0, 31, 12))
  expect(months.slice(0, 3)).toEqual(['2027-01', '2026-12', '2026-11'])
  expect(months).toHaveLength(13)
  expect(monthName('2026-11', 'fr')).toBe('novembre 2026')
  expect(monthName('2026-11', 'en')).toBe('November 2026')
})
