import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { isLate, openPromises } from './promises'

function note(id: string, part: Partial<api.NoteView> = {}): api.NoteView {
  return { id, text: id, at: '2026-11-02T09:00:00Z', by: 'Tom L.', promise: true, until: '', keptAt: '', keptBy: '', ...part }
}
const now = new Date('2026-11-10T09:00:00Z')

test('open promises stand by their day, and those without one last', () => {
  const notes = [note('whenever'), note('kept', { keptAt: '2026-11-03T09:00:00Z' }), note('word', { promise: false }), note('later', { until: '2026-11-12T22:59:00Z' }), note('soon', { until: '2026-11-09T22:59:00Z' })]
  expect(openPromises(notes).map(({ id }) => id)).toEqual(['soon', 'later', 'whenever'])
})

test.each([
  ['before its day is over', note('a', { until: '2026-11-10T22:59:00Z' }), false],
  ['once its day is over', note('a', { until: '2026-11-09T22:59:00Z' }), true],
  ['kept, however late', note('a', { until: '2026-11-09T22:59:00Z', keptAt: '2026-11-10T08:00:00Z' }), false],
  ['without a day', note('a'), false],
])('a promise %s is late: %s', (_when, promise, late) => expect(isLate(promise, now)).toBe(late))
