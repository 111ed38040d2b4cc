import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { byUrgency, toneOf } from './standing'

const line = (at: number, standing: string): api.PayoutLineView =>
  ({ line: at, standing, orderRef: '', kind: '', at: '', paid: { minor: 0, currency: 'EUR' }, case: '', number: '', state: '', ours: null as never })

test('what a person must look at comes first, and then the order of the file', () => {
  const lines = [line(2, 'agrees'), line(3, 'unknown'), line(4, 'proves'), line(5, 'differs'), line(6, 'proves')]
  expect(byUrgency(lines).map(({ line: at }) => at)).toEqual([4, 6, 5, 3, 2])
})

test('a standing that is not known yet has no colour', () => {
  expect(toneOf('proves')).toBe('accent')
  expect(toneOf('something new')).toBe('plain')
})
