import type { api } from '../../api/api'
import { readAmount } from '../../text/amounts'

/** What somebody changed of the rules and has not saved yet. */
export interface Edit {
  readonly values: Readonly<Record<string, string>>
  readonly campaigns: readonly api.CampaignView[] | null
}

export const nothing: Edit = { values: {}, campaigns: null }

/** A setting with another value; one that is set back to what it was is no change. */
export function withValue(edit: Edit, row: Pick<api.RuleRowView, 'field' | 'value'>, value: string): Edit {
  const others = Object.entries(edit.values).filter(([field]) => field !== row.field)
  return { ...edit, values: Object.fromEntries(value === row.value ? others : [...others, [row.field, value]]) }
}

export function isChanged(edit: Edit): boolean {
  return Object.keys(edit.values).length > 0 || edit.campaigns !== null
}

/** The edit as the station takes it. */
export function formOf({ values, campaigns }: Edit): api.RulesForm {
  // The station leaves the table as it is where none is given; the generated type knows only lists.
  return { values: { ...values }, campaigns: campaigns === null ? null : [...campaigns] } as unknown as api.RulesForm
}

/** A figure as a person reads it in its field: an amount in units, a rate in percent. */
export function shown(kind: string, value: string, decimal: string): string {
  if (kind !== 'amount' && kind !== 'rate') return value
  const minor = Number(value)
  return Number.isFinite(minor) ? (minor / 100).toFixed(2).replace('.', decimal) : value
}

/** A figure as it was typed, as the station keeps it; what cannot be read is sent on, to be refused beside its field. */
export function read(kind: string, typed: string): string {
  if (kind !== 'amount' && kind !== 'rate') return typed.trim()
  const minor = readAmount(typed.replace('%', ''))
  return minor === null ? typed.trim() : String(minor)
}

/** The rows of one subject after another, in the order of the station. */
export function grouped(rows: readonly api.RuleRowView[]): { readonly subject: string; readonly rows: readonly api.RuleRowView[] }[] {
  const groups: { subject: string; rows: api.RuleRowView[] }[] = []
  for (const row of rows) {
    const subject = row.reading !== '' ? row.reading : row.kind === 'fixed' ? 'carrier' : 'ours'
    const last = groups.find((group) => group.subject === subject)
    if (last) last.rows.push(row)
    else groups.push({ subject, rows: [row] })
  }
  return groups
}
