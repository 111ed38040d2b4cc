// The station's clock. It is the machine's, which is this page's too; only a
// training station has one of its own, which goes ahead or behind by so much.

let ahead = 0
const watchers = new Set<() => void>()

/** Sets by how much the station's clock is ahead of this page's, in milliseconds. */
export function setAhead(next: number): void {
  // What an answer takes to arrive is no difference between clocks.
  if (Math.abs(next - ahead) < 2000) return
  ahead = next
  watchers.forEach((changed) => changed())
}

/** Tells when the clock was set, until the returned function is called. */
export function watchClock(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** What time it is at the station. */
export function stationNow(): Date {
  return new Date(Date.now() + ahead)
}

/** A moment on the clock of a place, as the fields for a day and a time hold it. */
export function civil(at: Date, zone?: string): { day: string; time: string } {
  const [day = '', time = ''] = at
    .toLocaleString('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', ...(zone === undefined ? {} : { timeZone: zone }) })
    .split(' ')
  return { day, time }
}

/** By how much the wall clock jumped between two looks at it and at one that only runs; 0 when it did not. */
export function jump(before: { wall: number; running: number }, after: { wall: number; running: number }): number {
  const by = after.wall - before.wall - (after.running - before.running)
  return Math.abs(by) < 30_000 ? 0 : by
}
