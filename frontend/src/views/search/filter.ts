import type { api } from '../../api/api'

/** How many cases are read at once. */
export const pageSize = 100

/** Every open case, by deadline. */
export const allOpen: api.ListFilter = { tile: '', stage: '', onHold: false, text: '', ended: false, offset: 0, limit: pageSize }

/** The cases that hold a text, the newest first. */
export function found(text: string, limit: number): api.ListFilter {
  return { ...allOpen, text, limit }
}
