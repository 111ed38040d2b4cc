import type { QueryClient } from '@tanstack/react-query'

/** What both shells give a page to hear the station by. */
interface Runtime {
  EventsOn: (name: string, heard: (...data: unknown[]) => void) => () => void
}

declare global {
  interface Window {
    runtime?: Runtime
  }
}

/**
 * Keeps what the screens hold in step with the station. Events carry a subject
 * and perhaps an id, never content: the queries whose key begins with them are
 * read again. "resync" is told when events may have been missed. Returns the
 * way to stop listening.
 */
export function followStation(queries: QueryClient): () => void {
  const runtime = window.runtime
  if (!runtime) return () => undefined
  const stops = [
    runtime.EventsOn('changed', (subject, id) => {
      if (typeof subject !== 'string') return
      void queries.invalidateQueries({ queryKey: typeof id === 'string' && id !== '' ? [subject, id] : [subject] })
      // A list shows the one that changed, too.
      if (typeof id === 'string' && id !== '') void queries.invalidateQueries({ queryKey: [subject, 'list'] })
    }),
    runtime.EventsOn('resync', () => void queries.invalidateQueries()),
  ]
  return () => stops.forEach((stop) => stop())
}
