// Random numbers that can be had again: a failure prints its seed.

/** The seed of this run. REVIENT_SEED gives that of another one. */
export const seed = Number(process.env['REVIENT_SEED'] ?? Math.floor(Math.random() * 2 ** 32))

/**
 * Mulberry32, after Tommy Ettinger: numbers in [0, 1), always the same for a seed.
 *
 * @param {number} from
 * @returns {() => number}
 */
export function randomFrom(from) {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
