import { classify, type Code } from './classify'
import { usCharacter, writesCharacter } from './keyboard'

/** One key going down, as the decoder needs it. */
export interface Stroke {
  /** What the browser says the key writes, or the key's name. */
  readonly key: string
  /** The place of the key, whatever the layout. */
  readonly code: string
  readonly shift: boolean
  /** Milliseconds on any steady clock. */
  readonly t: number
}

/** The codes a burst may stand for: one, or two when both layouts give a sound code. */
export type Reading = readonly [Code] | readonly [Code, Code]

const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/
const control = /[\u0000-\u001f\u007f]/g

/** Removes what a gun adds to a code: the symbology identifier of ISO/IEC 15424, control characters, the configured prefix. */
function bare(text: string, prefix: string): string {
  const printed = text.replaceAll(control, '')
  const unprefixed = prefix !== '' && printed.startsWith(prefix) ? printed.slice(prefix.length) : printed
  return unprefixed.replace(aimIdentifier, '').trim()
}

/** What the strokes write in the computer's layout. */
export function asTyped(strokes: readonly Stroke[]): string {
  return strokes.map(({ key }) => (writesCharacter(key) ? key : '')).join('')
}

/** What the strokes would write on a US keyboard. */
export function asPlaced(strokes: readonly Stroke[]): string {
  return strokes.map(({ code, shift }) => usCharacter(code, shift)).join('')
}

/**
 * Reads a burst in both layouts and keeps the reading that is a sounder code. Two
 * different codes that are equally sound are both kept, for a person to choose;
 * two readings that nothing vouches for are not worth a question, and what was
 * typed stands.
 */
export function read(strokes: readonly Stroke[], prefix = ''): Reading {
  const typed = classify(bare(asTyped(strokes), prefix))
  const placed = classify(bare(asPlaced(strokes), prefix))
  if (typed.text === placed.text || placed.text === '') return [typed]
  if (placed.certainty > typed.certainty) return [placed]
  if (placed.certainty === typed.certainty && typed.certainty >= 2) return [typed, placed]
  return [typed]
}
