import type { api } from '../../api/api'
import { classify } from '../../scan/classify'

/** Fifteen digits are meant as an IMEI, whether or not they are a sound one; the station says what is wrong with them. */
export function asReading(text: string): api.IdentityForm {
  const { text: code, kind } = classify(text)
  const digits = code.replaceAll(/[ -]/g, '')
  const imei = kind === 'imei' || /^\d{14,16}$/.test(digits)
  return { imei: imei ? digits : '', serial: imei ? '' : code, unreadable: false }
}
