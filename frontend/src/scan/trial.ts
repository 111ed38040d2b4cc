import { writesCharacter } from './keyboard'
import { asPlaced, asTyped, read, type Reading, type Stroke } from './reading'

/** What one reading of a label says of the gun that read it. Times are in milliseconds. */
export interface Trial {
  readonly reading: Reading
  readonly gaps: readonly number[]
  readonly mean: number
  readonly longest: number
  /** The key that ended it. */
  readonly terminator: 'enter' | 'tab' | 'none'
  /** The keyboard layouts of gun and computer differ: the places of the keys were right, their characters not. */
  readonly layoutDiffers: boolean
  /** Too slow for any gun: a person typed it. */
  readonly byHand: boolean
  /** The settings that suit this gun. */
  readonly suggested: { readonly maxGap: number; readonly terminator: 'enter' | 'tab' | 'none' }
}

/** The slowest gun that can be told from a person. */
const slowest = 150
const fastest = 20
const fewest = 4

/** Measures the strokes of one reading; null when they are too few to say anything. */
export function trialOf(strokes: readonly Stroke[]): Trial | null {
  const written = strokes.filter(({ key }) => writesCharacter(key))
  if (written.length < fewest) return null
  const gaps = written.slice(1).map(({ t }, i) => t - (written[i]?.t ?? t))
  const longest = Math.max(...gaps)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const ends = { Enter: 'enter', Tab: 'tab' } as const
  const last = strokes.at(-1)?.key
  const terminator = last === 'Enter' || last === 'Tab' ? ends[last] : 'none'
  const reading = read(written)
  // Half as much again as the longest pause seen: the next reading may be slower.
  const maxGap = Math.min(slowest, Math.max(fastest, Math.ceil((longest * 1.5) / 10) * 10))
  return {
    reading, gaps, mean, longest, terminator,
    layoutDiffers: asTyped(written) !== asPlaced(written) && asTyped(written).toUpperCase() !== reading[0].text,
    byHand: mean > slowest,
    suggested: { maxGap, terminator },
  }
}
