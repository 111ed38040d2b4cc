import { expect, test } from 'vitest'
import { choicesOf, knownList } from './lists'

const counts = [{ code: 'late', count: 2 }, { code: 'today', count: 0 }, { code: 'unknown_money', count: 1 }, { code: 'lost', count: 0 }]

test('a list that starts the day shows when it is empty, another only while something is in it', () => {
  expect(choicesOf(counts, (key) => key).map(({ id }) => id)).toEqual(['', 'late', 'today', 'unknown_money'])
})

test('what is late and what nobody knows of stands out', () => {
  expect(choicesOf(counts, (key) => key).filter(({ late }) => late).map(({ id }) => id)).toEqual(['late', 'unknown_money'])
})

test.each([['late', 'late'], ['refund_today', 'refund_today'], ['nothing', ''], ['', '']])('the address %s opens the list "%s"', (filter, list) => {
  expect(knownList(filter, counts)).toBe(list)
})
