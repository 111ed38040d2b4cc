import { expect, test } from 'vitest'
import { matching } from './CommandPalette'

const actions = [{ label: 'À faire' }, { label: 'Réglages', note: 'imprimantes, langue' }, { label: 'Saisir un code' }]

test.each([
  ['letters without their accents', 'a faire', ['À faire']],
  ['capitals', 'REGL', ['Réglages']],
  ['words in any order, of the note too', 'langue regl', ['Réglages']],
  ['nothing typed', '', ['À faire', 'Réglages', 'Saisir un code']],
  ['a name that no action has', 'danser', []],
])('the palette finds an action by %s', (_name, typed, found) => {
  expect(matching(typed, actions).map(({ label }) => label)).toEqual(found)
})
