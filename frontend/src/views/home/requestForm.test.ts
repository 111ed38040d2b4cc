import { describe, expect, test } from 'vitest'
import { readAmount } from '../../text/amounts'
import { blank, formOf, missing } from './requestForm'

test.each([
  ['329', 32900],
  ['329,00', 32900],
  ['1 329.5', 132950],
  ['0,07 €', 7],
  ['', 0],
  ['3,2,9', null],
  ['-5', null],
  ['trois', null],
])('an amount typed as "%s" is read to the cent', (typed, minor) => expect(readAmount(typed)).toBe(minor))

describe('what is missing is named by its field', () => {
  const whole = { ...blank, orderRef: '59784412', title: 'iPhone 13', name: 'Victor Hugo', paid: '329', claim: 'defect' }
  test.each([
    ['nothing', whole, false, null],
    ['the order', { ...whole, orderRef: ' ' }, false, 'orderRef'],
    ['the device', { ...whole, title: '' }, false, 'title'],
    ['an amount that can be read', { ...whole, paid: 'cher' }, false, 'paid'],
    ['the reason', { ...whole, claim: '' }, false, 'claim'],
    ['the reason alone, for a sale that is known', { ...blank }, true, 'claim'],
    ['nothing, for a sale that is known', { ...blank, claim: 'defect' }, true, null],
  ] as const)('%s', (_name, draft, fromSale, field) => expect(missing(draft, fromSale)).toBe(field))
})

test('whoever changed their mind wants their money back', () => {
  expect(formOf({ ...blank, claim: 'change_of_mind', wish: 'repair' }).wish).toBe('refund')
  expect(formOf({ ...blank, claim: 'warranty', wish: 'repair' }).wish).toBe('repair')
})
