// Reads a document of a case back as its reader does.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from './until.mjs'

/**
 * The words of the newest document of a kind, with plain spaces.
 *
 * @param {import('./station.mjs').Station} station
 * @param {import('./station.mjs').CaseView} view
 * @param {string} kind
 */
export async function paperOf(station, view, kind) {
  const { documents } = await until(`${view.number} has its ${kind}`, () => station.cases.Get(view.id), (seen) => seen.documents.some((one) => one.kind === kind && one.url !== ''))
  const document = documents.findLast((one) => one.kind === kind && one.url !== '')
  assert.ok(document)
  return wordsAt(station, document.url)
}

/**
 * The words of the page at an address, with plain spaces.
 *
 * @param {import('./station.mjs').Station} station
 * @param {string} address
 */
export async function wordsAt(station, address) {
  const answer = await station.ask(address)
  assert.ok(answer.ok, `${address} answers ${answer.status}`)
  const dir = await mkdtemp(join(tmpdir(), 'revient-paper-'))
  try {
    const file = join(dir, 'paper.pdf')
    await writeFile(file, Buffer.from(await answer.arrayBuffer()))
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'])
    return stdout.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
