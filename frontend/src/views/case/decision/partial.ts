import type { api } from '../../../api/api'
import { readAmount } from '../../../text/amounts'
import type { Money } from '../../../text/format'

/** One part that is kept back for one finding, with its amount as it is typed. */
export interface Line {
  readonly part: string
  readonly finding: string
  readonly amount: string
}

export interface Preview {
  readonly deductions: readonly { readonly part: string; readonly finding: string; readonly amount: Money }[]
  readonly shipping: Money
  readonly total: Money
  /** It comes to all that is left: it is a full refund, by its own way. */
  readonly full: boolean
  /** Why it cannot be granted as it stands. */
  readonly missing: 'amount' | 'above' | 'shipping' | 'nothing' | undefined
}

/** What a partial refund comes to while it is written: nothing is rounded, nothing is guessed. */
export function previewOf(lines: readonly Line[], shippingTyped: string, { item, shipping }: { readonly item: Money; readonly shipping: Money }): Preview {
  const money = (minor: number): Money => ({ minor, currency: item.currency })
  const read = lines.map(({ part, finding, amount }) => ({ part, finding, minor: readAmount(amount) }))
  const given = readAmount(shippingTyped === '' ? '0' : shippingTyped)
  const kept = read.reduce((sum, { minor }) => sum + (minor ?? 0), 0)
  const granted = item.minor - kept
  const total = granted + (given ?? 0)
  const missing =
    read.some(({ minor }) => minor === null || minor <= 0) ? 'amount'
      : granted < 0 ? 'above'
        : given === null || given < 0 || given > shipping.minor ? 'shipping'
          : total <= 0 ? 'nothing' : undefined
  return {
    deductions: read.map(({ part, finding, minor }) => ({ part, finding, amount: money(minor ?? 0) })),
    shipping: money(given ?? 0),
    total: money(total),
    full: missing === undefined && kept === 0 && given === shipping.minor,
    missing,
  }
}

/** What can still be kept back: a part that is kept back already is not offered again. */
export function offered(suggestions: readonly api.SuggestionView[], lines: readonly Line[]): api.SuggestionView[] {
  return suggestions.filter(({ part }) => !lines.some((line) => line.part === part))
}

/** An amount as a person would type it. */
export function typed({ minor }: Money, decimal: string): string {
  return (minor / 100).toFixed(2).replace('.', decimal)
}
