import type { Language } from './catalogue'

/** An amount in minor units of an ISO 4217 currency, as Go sends it. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

export interface Format {
  /** 1 234,56 € */
  readonly amount: (money: Money) => string
  /** ven. 6 nov. 2026 */
  readonly date: (at: Date | string) => string
  /** ven. 6 nov. */
  readonly day: (at: Date | string) => string
  /** 14:05 */
  readonly time: (at: Date | string) => string
  /** ven. 6 nov. 2026 à 14:05 */
  readonly dateTime: (at: Date | string) => string
  /** 14:05 on the day that it is, else ven. 6 nov. */
  readonly brief: (at: Date | string, now: Date) => string
  /** il y a 2 min, dans 4 j */
  readonly relative: (at: Date | string, now: Date) => string
  /** 1 j 4 h: the two largest units */
  readonly duration: (milliseconds: number) => string
  readonly number: (value: number) => string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const nbsp = '\u00a0'
const civilDay = /^\d{4}-\d\d-\d\d$/

/** How a language writes amounts, dates and times; the same as app/text writes them on paper. */
export function formatFor(language: Language, timeZone?: string): Format {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const zone = timeZone === undefined ? {} : { timeZone }
  const whole = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const dates = new Intl.DateTimeFormat(locale, { ...whole, ...zone })
  const civilDays = new Intl.DateTimeFormat(locale, { ...whole, timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone })
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const amounts = new Map<string, Intl.NumberFormat>()
  const numbers = new Intl.NumberFormat(locale)

  const amount = ({ minor, currency }: Money): string => {
    let written = amounts.get(currency)
    if (!written) {
      written = new Intl.NumberFormat(locale, { style: 'currency', currency })
      amounts.set(currency, written)
    }
    return written.format(minor / 10 ** (written.resolvedOptions().maximumFractionDigits ?? 2))
  }

  const dayAndYear = (at: Date | string): { short: string; year: string } => {
    // A civil day is the same day in every zone.
    const written = typeof at === 'string' && civilDay.test(at) ? civilDays : dates
    const parts = new Map(written.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    const number = parts.get('day') ?? ''
    const ordinal = language === 'fr' && number === '1' ? '1er' : number
    return {
      short: `${parts.get('weekday') ?? ''} ${ordinal}${nbsp}${parts.get('month') ?? ''}`,
      year: parts.get('year') ?? '',
    }
  }
  const date = (at: Date | string): string => {
    const { short, year } = dayAndYear(at)
    return `${short} ${year}`
  }
  const time = (at: Date | string): string => clock.format(new Date(at))

  const unit = (value: number, name: 'day' | 'hour' | 'minute'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)

  return {
    amount,
    date,
    time,
    day: (at) => dayAndYear(at).short,
    dateTime: (at) => `${date(at)}${language === 'fr' ? ` à${nbsp}` : ', '}${time(at)}`,
    brief: (at, now) => (date(at) === date(now) ? time(at) : dayAndYear(at).short),
    relative: (at, now) => {
      const ahead = new Date(at).getTime() - now.getTime()
      const far = Math.abs(ahead)
      if (far < minute) return relatives.format(0, 'second')
      if (far < hour) return relatives.format(Math.trunc(ahead / minute), 'minute')
      if (far < day) return relatives.format(Math.trunc(ahead / hour), 'hour')
      return relatives.format(Math.trunc(ahead / day), 'day')
    },
    duration: (milliseconds) => {
      const counts = [
        ['day', Math.floor(milliseconds / day)],
        ['hour', Math.floor((milliseconds % day) / hour)],
        ['minute', Math.floor((milliseconds % hour) / minute)],
      ] as const
      const first = counts.findIndex(([, value]) => value > 0)
      if (first === -1) return unit(0, 'minute')
      return counts
        .slice(first, first + 2)
        .filter(([, value]) => value > 0)
        .map(([name, value]) => unit(value, name))
        .join(' ')
    },
    number: (value) => numbers.format(value),
  }
}

/** An IMEI as people read it, 2-6-6-1; any other text as it is. */
export function groupIdentifier(text: string): string {
  const imei = /^(\d{2})(\d{6})(\d{6})(\d)$/.exec(text)
  return imei ? imei.slice(1).join(' ') : text
}
