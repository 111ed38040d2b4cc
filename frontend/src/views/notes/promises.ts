import type { api } from '../../api/api'

/** Reports whether a note is a promise that is not kept yet. */
export function isOpenPromise({ promise, keptAt }: api.NoteView): boolean {
  return promise && keptAt === ''
}

/** Reports whether an open promise should have been kept before now. */
export function isLate(note: api.NoteView, now: Date): boolean {
  return isOpenPromise(note) && note.until !== '' && Date.parse(note.until) < now.getTime()
}

/** The open promises of a case, the first due first and those without a day last. */
export function openPromises(notes: readonly api.NoteView[]): api.NoteView[] {
  const due = ({ until }: api.NoteView): number => (until === '' ? Infinity : Date.parse(until))
  return notes.filter(isOpenPromise).toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)))
}
