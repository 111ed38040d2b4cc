// Refunds for tests of the books: made, and left without an answer.

import { randomUUID } from 'node:crypto'
import { isClosed, total, untilCase } from './job.mjs'
import { deciding, pin } from './outcome.mjs'

/**
 * @typedef {import('./station.mjs').Station} Station
 * @typedef {import('./sandbox.mjs').Sandbox} Sandbox
 */

/**
 * A full refund that is confirmed, and its device put away.
 *
 * @param {Station} station
 * @param {Sandbox} sandbox
 */
export async function refunded(station, sandbox) {
  const returned = await deciding(station, sandbox, 'change_of_mind')
  const view = await station.cases.Get(returned.id)
  await station.cases.DecideFullRefund(randomUUID(), returned.id, { expected: total(view), override: '', proof: '', pin })
  await putAway(station, returned.id)
  await station.sending.SyncNow()
  return { ...returned, view: await untilCase(station, returned.id, 'is closed', isClosed) }
}

/**
 * A partial refund that the marketplace took and that no reading can prove: a person
 * must say that it was made.
 *
 * @param {Station} station
 * @param {Sandbox} sandbox
 */
export async function unproven(station, sandbox) {
  const returned = await deciding(station, sandbox, 'change_of_mind', { 'COM-24': { answer: 'ko', defect: 'COS-02', value: 'worn_screen' } })
  const { proposal } = await station.cases.Get(returned.id)
  const item = proposal?.item ?? { minor: 0, currency: 'EUR' }
  const shipping = proposal?.shipping ?? item
  const kept = 4050
  await station.cases.DecidePartialRefund(randomUUID(), returned.id, {
    deductions: [{ part: 'screen', finding: 'COS-02', amount: { minor: kept, currency: item.currency } }], shipping,
    expected: { minor: item.minor + shipping.minor - kept, currency: item.currency }, override: 'Rayures vues à l’inspection', pin,
  })
  await putAway(station, returned.id)
  await station.sending.SyncNow()
  return { ...returned, view: await untilCase(station, returned.id, 'asks a person', (seen) => seen.refunds[0]?.askPerson === true) }
}

/**
 * @param {Station} station
 * @param {string} id
 */
function putAway(station, id) {
  return station.cases.PutAway(randomUUID(), id, { wipe: 'done', method: 'clear', tool: '', grade: 'good', place: 'stock', bin: 'A-01' })
}

/** Euros as French paper and screens write them, in a regular expression that takes any space.
 *
 * @param {number} minor
 */
export function euros(minor) {
  const [whole = '', cents = ''] = (minor / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\\s')},${cents}\\s€`
}

/**
 * A file as somebody picks it from their disk.
 *
 * @param {string} name
 * @param {string | Buffer} content
 */
export function tableFile(name, content) {
  return { name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) }
}

/**
 * Somebody has picked a file in the dialog of the machine.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {ReturnType<typeof tableFile>} file
 */
export async function picks(screen, file) {
  const field = screen.page.locator('input[type="file"]')
  await field.waitFor({ state: 'attached' })
  await field.setInputFiles(file)
}
