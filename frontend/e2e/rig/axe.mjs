// What axe finds on a screen, by the rules of WCAG 2.2 AA.

import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'

/**
 * @param {import('./screen.mjs').Screen} screen
 * @param {string} name Of the screen, for the message.
 */
export async function assertAccessible(screen, name) {
  const builder = new AxeBuilder({ page: screen.page })
  const { violations } = await builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${(failureSummary ?? '').split('\n')[1]?.trim()})`).join('; ')}`)
  assert.deepEqual(found, [], `axe on ${name}`)
}
