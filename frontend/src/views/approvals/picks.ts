import type { api } from '../../api/api'

/** Why a decision cannot be chosen by whoever works at the screen. */
export type Obstacle = 'mine' | 'above' | 'held'

/**
 * What stands against choosing a row: the case is on hold. One's own decision and
 * one above one's limit can still be chosen, for somebody else to give their PIN.
 */
export function obstacle(row: api.ApprovalView): Obstacle | undefined {
  if (row.held) return 'held'
  if (row.mine) return 'mine'
  return row.above ? 'above' : undefined
}

/** The rows that can be chosen. */
export function choosable(rows: readonly api.ApprovalView[]): api.ApprovalView[] {
  return rows.filter(({ held }) => !held)
}

/** What is approved, with the amounts that were seen; a row that has gone is no longer among it. */
export function picksOf(rows: readonly api.ApprovalView[], chosen: ReadonlySet<string>): api.ApprovalPick[] {
  return choosable(rows).filter(({ id }) => chosen.has(id)).map(({ id, amount }) => ({ id, expected: amount ?? { minor: 0, currency: '' } }))
}

/** The amounts of the picks together; nothing where one sum would say nothing. */
export function sumOf(picks: readonly api.ApprovalPick[]): api.Money | null {
  const paid = picks.map(({ expected }) => expected).filter(({ minor }) => minor > 0)
  const [first] = paid
  if (!first || paid.some(({ currency }) => currency !== first.currency)) return null
  return { minor: paid.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency }
}
