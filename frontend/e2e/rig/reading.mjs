// Asks the station what it holds, to say in a test which label is scanned.

import { untilCase } from './job.mjs'
import { until } from './until.mjs'

/**
 * @typedef {import('./station.mjs').Station} Station
 * @typedef {import('./station.mjs').CaseView} CaseView
 */

/**
 * Waits until the sandbox's first requests are pulled, and returns their cases.
 *
 * @param {Station} station
 * @returns {Promise<CaseView[]>}
 */
export async function firstCases(station) {
  const seeded = 12
  const { rows } = await until(
    `the station has ${seeded} cases`,
    () => station.cases.List({ tile: '', stage: '', onHold: false, ended: false, text: '', offset: 0, limit: 50 }),
    (page) => page.rows.length >= seeded,
  )
  return Promise.all(rows.map(({ id }) => station.cases.Get(id)))
}

/**
 * The case of the phone that does not charge: its customer has written, sent two
 * photos, and posted it.
 *
 * @param {Station} station
 */
export async function chargingCase(station) {
  const cases = await firstCases(station)
  const found = cases.find(({ claim }) => claim.issues.includes('BATTERY_NOT_CHARGING'))
  if (!found?.sale) throw new Error('no first case is about a phone that does not charge')
  await untilCase(station, found.id, 'shows the customer’s photos', ({ proof }) => proof.state === 'photos')
  return { id: found.id, number: found.number, order: found.sale.orderRef, line: Number(found.sale.lineRef), imei: found.sale.imei }
}
