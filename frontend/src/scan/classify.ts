import { dhlWaybill, isDummyIMEI, luhn, mod37_36, s10, ups } from './checks'

/** What a code names. The kinds are those of the table in actions.ts. */
export type Kind = 'case' | 'imei' | 'order' | 'tracking' | 'serial' | 'badge' | 'bin' | 'unknown'

/** A text with what it names. */
export interface Code {
  /** The code as the station stores it: capitals, no label before it, no spaces in an IMEI. */
  readonly text: string
  readonly kind: Kind
  /** The carrier whose numbers look like this; for kind tracking only. */
  readonly carrier?: string
  /**
   * 3 when a check digit or an unmistakable form vouches for the reading, 2 when
   * the form is that of its kind, 1 when it only might be (a serial), 0 when nothing does.
   */
  readonly certainty: 0 | 1 | 2 | 3
}

const caseNumber = /^([A-Z][A-Z0-9]{1,7}-\d{6,})-([0-9A-Z])$/

/**
 * Carriers' numbers, the strictest first. Twelve and thirteen digits are left
 * out: they are the EAN and UPC of a product's box. A Mondial Relay number has
 * the eight digits of an order and is looked up as one.
 */
const carriers: readonly { carrier: string; form: RegExp; check?: (text: string) => boolean }[] = [
  { carrier: 'UPS', form: /^1Z[0-9A-Z]{15}\d$/, check: ups },
  { carrier: 'UPS', form: /^1Z[0-9A-Z]{16}$/ },
  { carrier: 'S10', form: /^[A-Z]{2}\d{9}[A-Z]{2}$/, check: (text) => s10(text.slice(2, 11)) },
  { carrier: 'DHL', form: /^(JJD|JD)\d{16,20}$/ },
  { carrier: 'DHL', form: /^\d{10}$/, check: dhlWaybill },
  { carrier: 'Colissimo', form: /^\d[A-Z]\d{11}$/ },
  { carrier: 'Chronopost', form: /^[A-Z]{2}\d{9}[A-Z]{2}$/ },
  { carrier: 'DPD', form: /^\d{14}$/ },
  { carrier: 'GLS', form: /^\d{11}$/ },
]

/** Says what a code names. Where a form fits two kinds the one with a check digit wins. */
export function classify(raw: string): Code {
  const text = raw.trim().toUpperCase()
  const marked = caseNumber.exec(text)
  if (marked?.[1] !== undefined && mod37_36(marked[1].replaceAll('-', '')) === marked[2]) {
    return { text, kind: 'case', certainty: 3 }
  }
  if (/^OP-[0-9A-Z-]+$/.test(text)) return { text, kind: 'badge', certainty: 3 }
  if (/^BIN-[0-9A-Z-]+$/.test(text)) return { text, kind: 'bin', certainty: 3 }
  const imei = text.replace(/^IMEI[\d ]{0,2}[:/ ]\s*/, '').replaceAll(/[ -]/g, '')
  if (/^\d{15}$/.test(imei) && luhn(imei) && !isDummyIMEI(imei)) return { text: imei, kind: 'imei', certainty: 3 }
  for (const { carrier, form, check } of carriers) {
    if (form.test(text) && (check === undefined || check(text))) {
      return { text, kind: 'tracking', carrier, certainty: check === undefined ? 2 : 3 }
    }
  }
  if (/^\d{7,8}$/.test(text)) return { text, kind: 'order', certainty: 2 }
  if (/^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{8,14}$/.test(text)) return { text, kind: 'serial', certainty: 1 }
  return { text, kind: 'unknown', certainty: 0 }
}

/** Reports whether fifteen digits were meant as an IMEI and are none, to say so rather than "unknown". */
export function refusedIMEI(raw: string): 'luhn' | 'dummy' | null {
  const digits = raw.replaceAll(/[ -]/g, '')
  if (!/^\d{15}$/.test(digits)) return null
  if (!luhn(digits)) return 'luhn'
  return isDummyIMEI(digits) ? 'dummy' : null
}
