import { describe, expect, test } from 'vitest'
import { mod37_36 } from './checks'
import { classify, refusedIMEI } from './classify'

describe('a code is classified', () => {
  test.each([
    ['a case number with its check character', `P03A-000123-${mod37_36('P03A000123')}`, 'case', undefined],
    ['a case number with a wrong check character', 'P03A-000123-0', 'unknown', undefined],
    ['an IMEI', '356938035643809', 'imei', undefined],
    ['an IMEI with its label and spaces', 'IMEI 2: 35 693803 564380 9', 'imei', undefined],
    ['fifteen digits that fail Luhn', '356938035643808', 'unknown', undefined],
    ['a dummy IMEI', '004999010640000', 'unknown', undefined],
    ['an IMEI of zeros', '000000000000000', 'unknown', undefined],
    ['an order of eight digits', '59784412', 'order', undefined],
    ['an order of seven digits', '5978441', 'order', undefined],
    ['a Colissimo parcel', '6A18420007341', 'tracking', 'Colissimo'],
    ['a postal item S10', 'RA473124829DE', 'tracking', 'S10'],
    ['a Chronopost parcel', 'XX123456789JB', 'tracking', 'Chronopost'],
    ['a UPS parcel', '1Z999AA10123456784', 'tracking', 'UPS'],
    ['a UPS sample without a right check digit', '1Z12345E0205271688', 'tracking', 'UPS'],
    ['a DHL parcel', 'JJD000390007882823456', 'tracking', 'DHL'],
    ['a DHL Express waybill', '1234567891', 'tracking', 'DHL'],
    ['a DPD parcel', '05808001234567', 'tracking', 'DPD'],
    ['a serial in small letters', 'c02xl0abjgh5', 'serial', undefined],
    ['the EAN of a box', '0194252707234', 'unknown', undefined],
    ['an operator badge', 'OP-SAMIRA', 'badge', undefined],
    ['a bin', 'BIN-Q-04', 'bin', undefined],
    ['a word', 'quelconque', 'unknown', undefined],
  ])('%s', (_name, text, kind, carrier) => {
    const code = classify(text)
    expect({ kind: code.kind, carrier: code.carrier }).toEqual({ kind, carrier })
  })
})

test('the check character is that of ISO 7064 MOD 37,36', () => {
  expect(mod37_36('A12425GABC1234002')).toBe('M') // The example of the Global Release Identifier standard.
  // Its definition: the running product over the text, plus the check character, is 1 modulo 36.
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const body of ['P03A000123', 'A', '0', 'ZZZZ999999', 'P07C123456']) {
    let product = 36
    for (const character of body) {
      product = (product + alphabet.indexOf(character)) % 36 || 36
      product = (product * 2) % 37
    }
    expect((product + alphabet.indexOf(mod37_36(body))) % 36).toBe(1)
  }
})

test('a check character finds each single wrong character and each swap of neighbours in a case number', () => {
  const right = 'P03A000123'
  const check = mod37_36(right)
  for (let i = 0; i < right.length; i++) {
    const wrong = right.slice(0, i) + (right.charAt(i) === '7' ? '8' : '7') + right.slice(i + 1)
    expect(mod37_36(wrong)).not.toBe(check)
  }
  expect(mod37_36('P03A000132')).not.toBe(check)
})

test('fifteen digits that are no IMEI are refused with the reason', () => {
  expect(refusedIMEI('356938035643808')).toBe('luhn')
  expect(refusedIMEI('35 693803 564380 9')).toBeNull()
  expect(refusedIMEI('000000000000000')).toBe('dummy')
  expect(refusedIMEI('59784412')).toBeNull()
})
