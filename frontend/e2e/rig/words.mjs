// The sentences of the French screens, for what a test names by its code.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../app/text/catalogues/fr/', import.meta.url))

/** @type {Readonly<Record<string, string>>} */
const catalog = read('catalog')

/**
 * What a check asks.
 *
 * @param {string} code Such as COM-09.
 */
export function question(code) {
  const label = catalog[`check.${code}.label`]
  if (label === undefined) throw new Error(`no check ${code}`)
  return label
}

/** @param {string} subject */
function read(subject) {
  return /** @type {Record<string, string>} */ (JSON.parse(readFileSync(`${folder}${subject}.json`, 'utf8')))
}
