import { useSyncExternalStore } from 'react'

let zone: string | undefined
const watchers = new Set<() => void>()

/** Sets the time zone of the workshop, in which every date and time is written; undefined is the machine's. */
export function setZone(next: string | undefined): void {
  if (next === zone) return
  zone = next
  watchers.forEach((changed) => changed())
}

/** The time zone of the workshop. */
export function useZone(): string | undefined {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    () => zone,
  )
}
