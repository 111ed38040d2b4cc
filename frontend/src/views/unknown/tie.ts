import type { api } from '../../api/api'

/** What an unidentified parcel can be tied to. */
export type Tie =
  | { readonly to: 'case'; readonly row: api.Row }
  | { readonly to: 'sale'; readonly sale: api.SaleView }

/** The stages in which a case waits for a parcel. */
const waiting: ReadonlySet<string> = new Set(['requested', 'awaiting', 'lost'])

/** Reports whether a case can take a parcel. */
export function waitsForParcel({ stage }: Pick<api.Row, 'stage'>): boolean {
  return waiting.has(stage)
}

/** What a scanned code offers: the cases that wait for a parcel, else the sales without a case. */
export function offered({ cases, orders }: Pick<api.ScanResult, 'cases' | 'orders'>): Tie[] {
  const rows = cases.filter(waitsForParcel)
  return rows.length > 0 ? rows.map((row) => ({ to: 'case', row })) : orders.map((sale) => ({ to: 'sale', sale }))
}
