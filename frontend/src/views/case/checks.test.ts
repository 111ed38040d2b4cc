import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { answerOf, firstOpen, inBulk, inOrder, nextOf, wantsPhoto } from './checks'

const check = (code: string, more: Partial<api.CheckView> = {}): api.CheckView => ({
  code, step: 'safety', type: 'pass_fail', mandatory: false, blocking: false, bulk: false, photo: 'none', options: [], unit: '', min: 0, max: 0,
  defects: [], answer: '', defect: '', value: '', reason: '', help: false, ...more,
})
const damage = check('COM-09', { type: 'enum', defects: ['DMG-01'], options: [{ code: 'none', answer: 'ok' }, { code: 'bent', answer: 'ko' }] })

test('what must be answered comes first, then the tests, then the rest', () => {
  const order = inOrder([check('parcel', { step: 'reception' }), check('screen', { step: 'tests' }), check('lock', { mandatory: true })])
  expect(order.map(({ code }) => code)).toEqual(['lock', 'screen', 'parcel'])
})

test.each([
  ['the first that must be answered', [check('a'), check('b', { mandatory: true })], 'b'],
  ['the first open one once those are answered', [check('b', { mandatory: true, answer: 'ok' }), check('a')], 'a'],
  ['the first of all when nothing is open', [check('b', { mandatory: true, answer: 'ok' })], 'b'],
  ['nothing when there are no checks', [], null],
])('the work begins with %s', (_, checks, code) => expect(firstOpen(checks)).toBe(code))

test('"all OK" answers what may be answered so and nothing that was answered', () => {
  const given = inBulk([check('a', { bulk: true }), check('b', { bulk: true, answer: 'ko' }), check('c'), { ...damage, bulk: true }])
  expect(given.map(({ code, value }) => [code, value])).toEqual([['a', ''], ['COM-09', 'none']])
})

test('an option carries its own answer, and a KO its first defect', () => {
  expect(answerOf(damage, 'none')).toMatchObject({ answer: 'ok', value: 'none', defect: '' })
  expect(answerOf(damage, 'bent')).toMatchObject({ answer: 'ko', value: 'bent', defect: 'DMG-01' })
  expect(answerOf(check('x', { defects: ['NET-02'] }), 'ko')).toMatchObject({ answer: 'ko', value: '', defect: 'NET-02' })
})

test.each([
  ['a KO without its photo', check('x', { photo: 'if_fail', answer: 'ko' }), 0, true],
  ['a KO with its photo', check('x', { photo: 'if_fail', answer: 'ko' }), 1, false],
  ['an OK', check('x', { photo: 'if_fail', answer: 'ok' }), 0, false],
  ['what is always photographed, once answered', check('x', { photo: 'always', answer: 'ok' }), 0, true],
  ['what is always photographed, before it is answered', check('x', { photo: 'always' }), 0, false],
])('a photo is wanted or not: %s', (_, asked, photos, wanted) => expect(wantsPhoto(asked, photos)).toBe(wanted))

test('a reading goes on to the next question of the screen, and the last one stays', () => {
  const checks = [check('parcel', { step: 'reception' }), check('battery', { type: 'measure', mandatory: true }), check('screen', { step: 'tests' })]
  expect([nextOf(checks, 'battery'), nextOf(checks, 'parcel')]).toEqual(['screen', 'parcel'])
})
