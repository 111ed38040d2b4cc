import { expect, test } from 'vitest'
import { customerTask, deviceTask, shownEnd } from './tasks'

const executing = (outcome: string, can: string[], more: object = {}) =>
  ({ stage: 'executing', can, decision: { outcome, pending: false }, devicePutAway: false, givenUp: false, ...more }) as Parameters<typeof customerTask>[0]

test('an exchange is packed first, then handed over, and its device put away', () => {
  const packing = executing('exchange', ['Pack', 'Move'])
  expect([customerTask(packing), deviceTask(packing), shownEnd(packing, null)]).toEqual(['pack', 'put_away', 'customer'])
  expect(customerTask(executing('exchange', ['HandOver', 'Move']))).toBe('hand_over')
  expect(shownEnd(packing, 'device')).toBe('device')
  expect(shownEnd(executing('exchange', ['Move']), null)).toBe('device')
})

test('a repair has its own steps before the device leaves', () => {
  expect(customerTask(executing('repair', ['StartRepair', 'Move']))).toBe('repair')
  expect(customerTask(executing('repair', ['ControlRepair', 'Move']))).toBe('repair')
  expect(customerTask(executing('repair', ['Pack', 'Move']))).toBe('pack')
})

test('what goes back to its owner is not put away, unless they gave it up', () => {
  expect(deviceTask(executing('refuse', ['Pack', 'Move']))).toBeNull()
  expect(deviceTask(executing('refuse', ['Move'], { givenUp: true }))).toBe('put_away')
})

test('nothing is carried out before a second person approved it', () => {
  const waiting = executing('full_refund', ['Move'], { decision: { outcome: 'full_refund', pending: true } })
  expect([customerTask(waiting), deviceTask(waiting)]).toEqual(['approval', null])
})

test('a case that is over has nothing to do', () => {
  expect(shownEnd(executing('full_refund', ['Move'], { stage: 'closed' }), null)).toBeNull()
})
