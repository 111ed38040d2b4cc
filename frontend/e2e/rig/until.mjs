// Waiting for what becomes true, never for a time.

import { setTimeout as pause } from 'node:timers/promises'

const between = 25 // Milliseconds from one look to the next.

/**
 * Looks again and again until what it sees is right, and returns it.
 *
 * @template T
 * @param {string} what The condition, for the message when it does not come true.
 * @param {() => Promise<T> | T} look
 * @param {(seen: T) => boolean} [right]
 * @param {number} [patience] Milliseconds.
 * @returns {Promise<T>}
 */
export async function until(what, look, right = Boolean, patience = 30_000) {
  const end = Date.now() + patience
  for (;;) {
    const seen = await look()
    if (right(seen)) return seen
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s until ${what}; last seen: ${JSON.stringify(seen).slice(0, 2000)}`)
    await pause(between)
  }
}
