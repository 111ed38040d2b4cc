import { expect, test } from 'vitest'
import { offered, previewOf, typed } from './partial'

const rest = { item: { minor: 32_900, currency: 'EUR' }, shipping: { minor: 500, currency: 'EUR' } }
const screen = { part: 'screen', finding: 'COS-02' }
const cable = { part: 'cable', finding: 'ACC-01' }

test('each deduction is taken off the price, and the outward shipping stands apart', () => {
  const { total, shipping, missing, full } = previewOf([{ ...screen, amount: '40,00' }, { ...cable, amount: '9.5' }], '5', rest)
  expect([total.minor, shipping.minor, missing, full]).toEqual([32_900 - 4_000 - 950 + 500, 500, undefined, false])
})

test('nothing kept back and all of the shipping is a full refund', () => {
  expect(previewOf([], '5,00', rest)).toMatchObject({ full: true, total: { minor: 33_400 } })
  expect(previewOf([], '', rest)).toMatchObject({ full: false, total: { minor: 32_900 } })
})

test.each([
  ['an amount that is no number', [{ ...screen, amount: 'beaucoup' }], '5', 'amount'],
  ['a deduction of nothing', [{ ...screen, amount: '0' }], '5', 'amount'],
  ['more than the price', [{ ...screen, amount: '329,01' }], '5', 'above'],
  ['more shipping than was paid', [{ ...screen, amount: '40' }], '5,01', 'shipping'],
  ['nothing that is left', [{ ...screen, amount: '329' }], '', 'nothing'],
] as const)('it cannot be granted with %s', (_, lines, shipping, missing) => expect(previewOf(lines, shipping, rest).missing).toBe(missing))

test('a part that is kept back is not offered for another finding', () => {
  const suggestion = (part: string, finding: string) => ({ part, finding, amount: rest.shipping, found: true })
  const left = offered([suggestion('screen', 'COS-02'), suggestion('screen', 'DSP-05'), suggestion('frame', 'COS-02')], [{ ...screen, amount: '1' }])
  expect(left.map(({ part }) => part)).toEqual(['frame'])
})

test('an amount is written as it is typed', () => expect(typed({ minor: 3_950, currency: 'EUR' }, ',')).toBe('39,50'))
