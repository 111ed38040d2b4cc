import type { api } from '../../api/api'
import type { Money } from '../../text/format'

/** A sum with its parts put together, one for each currency. */
export function totals({ sums }: api.BookTotal): Money[] {
  return sums.map(({ item, shipping }) => ({ minor: item.minor + shipping.minor, currency: item.currency }))
}

/** The first characters of a hash in groups of four, as people read one out; the paper has the same. */
export function shortHead(hash: string): string {
  return (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')
}

/** The last thirteen months, the present one first, as YYYY-MM. */
export function lastMonths(today: Date): string[] {
  return Array.from({ length: 13 }, (_, back) => {
    const month = new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1))
    return month.toISOString().slice(0, 7)
  })
}

/** A month in words, such as "novembre 2026". */
export function monthName(month: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}
