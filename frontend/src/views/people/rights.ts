import type { api } from '../../api/api'

/** A limit as a person writes it, with the comma of their hand; '' where there is none. */
export function limitWritten(limit: api.Money | null | undefined): string {
  if (!limit) return ''
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: limit.currency }).resolvedOptions().maximumFractionDigits ?? 2
  const written = String(limit.minor).padStart(digits + 1, '0')
  const cents = digits === 0 ? '' : written.slice(-digits)
  const whole = digits === 0 ? written : written.slice(0, -digits)
  return /^0*$/.test(cents) ? whole : `${whole},${cents}`
}

/** Whole minutes of what was typed; nothing typed is none. */
export function minutesWritten(typed: string): number {
  return Number(typed.replaceAll(/\D/g, '').slice(0, 4))
}
