import { expect, test } from 'vitest'
import { missingOf } from './AskDialog'

const blank = { code: '', words: '', date: '', pin: '' }
const choices = { label: 'Motif', chips: [] }
const date = { label: 'Arrivé le', type: 'datetime-local' } as const
const words = { label: 'Raison' }

test.each([
  ['the choice first', { choices, date, words }, blank, 'choose'],
  ['then the date: an empty one is not now', { choices, date, words }, { ...blank, code: 'late' }, 'date'],
  ['then the reason', { date, words }, { ...blank, date: '2026-11-20T09:30' }, 'write'],
  ['blanks are no reason', { words }, { ...blank, words: '  ' }, 'write'],
  ['what is optional is not missing', { date: { ...date, optional: true }, words: { ...words, optional: true } }, blank, undefined],
  ['nothing once all is given', { choices, date, words }, { code: 'late', words: 'Quai', date: '2026-11-20', pin: '' }, undefined],
] as const)('what a dialog still asks for: %s', (_, asked, given, missing) => expect(missingOf(asked, given)).toBe(missing))
