import { expect, test } from 'vitest'
import { limitWritten, minutesWritten } from './rights'

test.each([
  [null, ''],
  [{ minor: 15000, currency: 'EUR' }, '150'],
  [{ minor: 15050, currency: 'EUR' }, '150,50'],
  [{ minor: 5, currency: 'EUR' }, '0,05'],
  [{ minor: 1500, currency: 'JPY' }, '1500'],
])('a limit of %j is written %j', (limit, written) => expect(limitWritten(limit)).toBe(written))

test.each([['30', 30], ['30 min', 30], ['', 0], ['-5', 5], ['99999', 9999]])('%j is %d minutes', (typed, minutes) => expect(minutesWritten(typed)).toBe(minutes))
