import { useSyncExternalStore } from 'react'

/** up: the station is heard. lost: it fell silent. closed: it was started anew, and does not know this page. */
export type Link = 'up' | 'lost' | 'closed'

let link: Link = 'up'
const watchers = new Set<() => void>()

function become(next: Link): void {
  if (next === link) return
  link = next
  watchers.forEach((changed) => changed())
}

/** Listens for the station falling silent and coming back. The desktop window is one with its station and never tells either. */
export function followLink(): () => void {
  const stops = [
    window.runtime?.EventsOn('lost', (refused) => become(refused === true ? 'closed' : 'lost')),
    window.runtime?.EventsOn('resync', () => become('up')),
  ]
  return () => {
    stops.forEach((stop) => stop?.())
    become('up')
  }
}

function watch(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** Whether the station behind this page is heard now. */
export function useLink(): Link {
  return useSyncExternalStore(watch, () => link)
}
