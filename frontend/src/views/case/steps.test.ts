import { expect, test } from 'vitest'
import { isOfCase, shownStep } from './steps'
import { asReading } from './reading'
import { changesOf, openQuestion } from './execution/putAway'

const steps = [
  { code: 'request', state: 'done' }, { code: 'reception', state: 'done' }, { code: 'identity', state: 'current' }, { code: 'checks', state: 'next' },
]

test.each([
  ['the work is shown when no step is asked for', 'received', null, 'identity'],
  ['a step that is done can be looked at', 'received', 'reception', 'reception'],
  ['a step that has not come cannot', 'received', 'checks', 'identity'],
] as const)('%s', (_, stage, asked, shown) => expect(shownStep({ steps, stage }, asked)).toBe(shown))

test('a case that is closed shows its papers, one that was declined the request', () => {
  const done = steps.map((step) => ({ ...step, state: 'done' }))
  expect(shownStep({ steps: done, stage: 'closed' }, null)).toBe('paper')
  expect(shownStep({ steps: done, stage: 'declined' }, null)).toBe('request')
})

test('a code is of the case when it names its number, its device, its order or its parcel', () => {
  const view = { number: 'P03A-000001-Q', returnTracking: '8R32794555539', identity: { state: 'unchecked', imei: '', serial: '', expected: '' } }
  expect(isOfCase('8r32794555539', view)).toBe(true)
  expect(isOfCase('P03A-000002-O', view)).toBe(false)
  expect(isOfCase('', view)).toBe(false)
})

test.each([
  ['an IMEI with its spaces', '35 167542 895945 0', { imei: '351675428959450', serial: '' }],
  ['an IMEI that is none, for the station to say why', '351675428959451', { imei: '351675428959451', serial: '' }],
  ['a serial number', 'l02cnp2qj5qg', { imei: '', serial: 'L02CNP2QJ5QG' }],
])('what is typed is read as %s', (_, text, read) => expect(asReading(text)).toMatchObject(read))

test.each([
  ['erasure first', { wipe: '', grade: '', place: '' }, 'wipe'],
  ['then the grade', { wipe: 'done', grade: '', place: '' }, 'grade'],
  ['then the place', { wipe: 'done', grade: 'good', place: '' }, 'place'],
  ['no grade for what cannot be erased', { wipe: 'impossible', grade: '', place: '' }, 'place'],
  ['no grade for scrap', { wipe: 'done', grade: '', place: 'scrap' }, null],
  ['a grade for the stock', { wipe: 'done', grade: '', place: 'stock' }, 'grade'],
] as const)('putting away asks in order: %s', (_, form, question) => expect(openQuestion(form)).toBe(question))

test('what the case has already is not recorded twice', () => {
  const form = { wipe: 'done', method: 'clear', tool: '', grade: 'good', place: 'stock', bin: 'BIN-A12' }
  const wipe = { state: 'done', method: 'clear', at: '', by: '' }
  expect(changesOf(form, { wipe, grade: 'good' })).toEqual({ ...form, wipe: '', method: '', grade: '' })
  expect(changesOf({ ...form, method: 'destroy' }, { wipe, grade: '' })).toEqual({ ...form, method: 'destroy' })
})
