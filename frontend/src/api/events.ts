import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys'

/** What both shells give a page to hear the station by. */
interface Runtime {
  EventsOn: (name: string, heard: (...data: unknown[]) => void) => () => void
}

declare global {
  interface Window {
    runtime?: Runtime
  }
}

/** The event "changed": identities only; a screen reads again what it shows. */
interface Changed {
  readonly cases: readonly string[]
  readonly sending: boolean
  readonly papers: boolean
  readonly settings: boolean
  readonly stock: boolean
}

/**
 * Keeps what the screens hold in step with the station: what an event names is
 * read again, and after "resync", when events may have been missed, everything
 * is. Returns the way to stop listening.
 */
export function followStation(queries: QueryClient): () => void {
  const runtime = window.runtime
  if (!runtime) return () => undefined
  const again = (queryKey: readonly unknown[]): void => void queries.invalidateQueries({ queryKey })
  const stops = [
    runtime.EventsOn('changed', (told) => {
      const { cases, sending, papers, settings, stock } = told as Changed
      cases.forEach((id) => again(keys.case(id)))
      if (cases.length > 0) [keys.lists, keys.privacy, keys.counts, keys.home, keys.approvals, keys.shift, keys.books, keys.devices, keys.payouts].forEach(again)
      if (stock || cases.length > 0) again(keys.stock) // What lies in a bin is in the cases.
      // A case shows its papers, what it sends and the units it may be replaced by, and their changes name no case.
      if (sending || papers || stock) again(keys.anyCase)
      if (papers) again(keys.books)
      if (sending) [keys.sending, keys.status].forEach(again)
      if (settings) [keys.settings, keys.privacy, keys.rules, keys.bootstrap, keys.team, keys.approvals].forEach(again)
    }),
    runtime.EventsOn('resync', () => void queries.invalidateQueries()),
  ]
  return () => stops.forEach((stop) => stop())
}
