import type { api } from '../../api/api'

/** Lists that start a day, in sight even when they are empty; the others show while something is in them. */
const always: ReadonlySet<string> = new Set(['late', 'today', 'to_answer', 'to_inspect', 'to_refund', 'expected'])

/** A tile of the start screen that opens a narrower list than those of the bar. */
const tiles: ReadonlySet<string> = new Set(['refund_today'])

interface Choice {
  readonly id: string
  readonly label: string
  readonly count?: number
  readonly late?: boolean
}

/** The list that an address names; '' is all that is open. */
export function knownList(filter: string, counts: readonly api.ListCount[]): string {
  return tiles.has(filter) || counts.some(({ code }) => code === filter) ? filter : ''
}

/** The lists to choose from, in the order of the day, with how much is in each. */
export function choicesOf(counts: readonly api.ListCount[], sentence: (key: string) => string): Choice[] {
  return [
    { id: '', label: sentence('work.all') },
    ...counts
      .filter(({ code, count }) => always.has(code) || count > 0)
      .map(({ code, count }) => ({ id: code, label: sentence(`work.list.${code}`), count, late: code === 'late' || code === 'unknown_money' })),
  ]
}
