import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { asked, layingOf, nothingInHand, openQuestion, type InHand } from './putAway'

const row = (part: Partial<api.HomelessView>): api.HomelessView => ({ destination: 'stock', wipe: '', grade: '', customers: false, ...part }) as api.HomelessView
const bin = (place: string): api.BinView => ({ code: `BIN-${place}`, place }) as api.BinView
const holding = (homeless: api.HomelessView | null, part: Partial<InHand> = {}): InHand => ({ ...nothingInHand, device: { code: 'P03A-000001-K', title: 'iPhone 13', row: homeless }, ...part })

test.each([
  ['the stock asks for both', holding(row({})), ['wipe', 'grade']],
  ['what is erased is graded', holding(row({ wipe: 'done' })), ['grade']],
  ['what is graded is erased', holding(row({ grade: 'good' })), ['wipe']],
  ['parts ask for the data alone', holding(row({ destination: 'parts' })), ['wipe']],
  ['a bin says more than a proposal', holding(row({}), { bin: bin('scrap') }), ['wipe']],
  ['the customer’s is neither erased nor graded', holding(row({ destination: 'outbound', customers: true })), []],
  ['quarantine asks for nothing', holding(row({}), { bin: bin('quarantine') }), []],
  ['a device that is not on the round is only moved', holding(null, { bin: bin('stock') }), []],
])('%s', (_name, hand, questions) => expect(asked(hand)).toEqual(questions))

test('a device is laid down once both codes and every answer are there, in any order', () => {
  let hand = holding(row({}))
  expect(layingOf(hand)).toBeNull()
  hand = { ...hand, wipe: 'done' }
  expect(openQuestion(hand)).toBe('grade')
  hand = { ...hand, bin: bin('stock') }
  expect(layingOf(hand)).toBeNull()
  hand = { ...hand, grade: 'good' }
  expect(layingOf(hand)).toEqual({ bin: 'BIN-stock', code: 'P03A-000001-K', wipe: 'done', method: 'clear', grade: 'good' })
})

test('an answer that the place does not ask for is not sent', () => {
  expect(layingOf(holding(row({ destination: 'stock' }), { bin: bin('quarantine'), wipe: 'done', grade: 'good' }))).toEqual({ bin: 'BIN-quarantine', code: 'P03A-000001-K', wipe: '', method: '', grade: '' })
})
