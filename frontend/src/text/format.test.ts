import { expect, test } from 'vitest'
import { formatFor, groupIdentifier } from './format'

const fr = formatFor('fr', 'Europe/Paris')
const en = formatFor('en', 'Europe/Paris')
const at = '2026-11-06T13:05:00Z'

test.each([
  ['a French amount', fr.amount({ minor: 123456, currency: 'EUR' }), '1\u202f234,56\u00a0€'],
  ['an English amount', en.amount({ minor: 123456, currency: 'EUR' }), '€1,234.56'],
  ['a currency without cents', fr.amount({ minor: 500, currency: 'JPY' }).split('\u00a0')[0], '500'],
  ['a French date', fr.date(at), 'ven. 6\u00a0nov. 2026'],
  ['an English date', en.date(at), 'Fri 6\u00a0Nov 2026'],
  ['the first of a month', fr.date('2026-05-01T10:00:00Z'), 'ven. 1er\u00a0mai 2026'],
  ['a day without its year', fr.day(at), 'ven. 6\u00a0nov.'],
  ['a French date and time', fr.dateTime(at), 'ven. 6\u00a0nov. 2026 à\u00a014:05'],
  ['an English date and time', en.dateTime(at), 'Fri 6\u00a0Nov 2026, 14:05'],
  ['two minutes ago', fr.relative(at, new Date('2026-11-06T13:07:10Z')), 'il y a 2\u00a0min'],
  ['in four days', fr.relative('2026-11-10T14:05:00Z', new Date(at)), 'dans 4\u00a0j'],
  ['a day and four hours', fr.duration((28 * 60 + 3) * 60_000), '1\u202fj 4\u202fh'],
  ['no time at all', fr.duration(0), '0\u00a0min'],
])('%s is written as the locale does', (_name, got, want) => expect(got).toBe(want))

test('an IMEI is grouped as people read it', () => {
  expect(groupIdentifier('356938035643809')).toBe('35 693803 564380 9')
  expect(groupIdentifier('C02XL0ABJGH5')).toBe('C02XL0ABJGH5')
})
