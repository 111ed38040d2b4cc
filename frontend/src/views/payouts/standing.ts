import type { api } from '../../api/api'
import type { Tone } from '../../ui/tone'

/** What a line says, the most pressing first: money that nobody knows of, then what does not add up. */
const order = ['proves', 'reads', 'differs', 'unknown', 'agrees']

const tones: Readonly<Record<string, Tone>> = { proves: 'accent', reads: 'hold', differs: 'late', unknown: 'warn', agrees: 'ok' }

export function toneOf(standing: string): Tone {
  return tones[standing] ?? 'plain'
}

/** The lines in the order in which a person looks at them; those that say the same as in the file. */
export function byUrgency(lines: readonly api.PayoutLineView[]): api.PayoutLineView[] {
  return [...lines].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || a.line - b.line)
}
