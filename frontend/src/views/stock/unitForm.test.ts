import { expect, test } from 'vitest'
import { blankUnit, described, scannedUnit } from './unitForm'

const phone = { ...blankUnit, title: 'iPhone 13 128 Go Minuit', grade: 'good', bin: 'BIN-A01', id: 'u1', serial: 'C02XL0ABJGH5' }

test.each([
  ['an IMEI', { text: '356938035643809', kind: 'imei' }, { imei: '356938035643809', serial: '' }],
  ['a serial number', { text: 'R5CN1234567', kind: 'serial' }, { imei: '', serial: 'R5CN1234567' }],
  ['a number of no known form', { text: '12345678901', kind: 'unknown' }, { imei: '', serial: '12345678901' }],
])('%s makes another unit like the one described', (_name, code, number) => {
  expect(scannedUnit(phone, code)).toEqual({ ...phone, id: '', source: 'scan', ...number })
})

test.each([
  ['nothing is said', blankUnit, false],
  ['there is no grade', { ...phone, grade: '' }, false],
  ['the title is blank', { ...phone, title: ' ' }, false],
  ['both are said', phone, true],
])('where %s, numbers can be scanned: %s', (_name, form, ready) => expect(described(form)).toBe(ready))
