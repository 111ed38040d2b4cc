// A workshop for one test: a folder that goes with it, a sandbox and a station.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sandbox } from './sandbox.mjs'
import { Station } from './station.mjs'
import { until } from './until.mjs'

/** @typedef {{sandbox: Sandbox, station: Station, dir: string}} Workshop */

/**
 * Starts a sandbox, and a station that knows it. Both end with the
 * test.
 *
 * @param {import('node:test').TestContext} t
 * @param {{demo?: boolean, training?: boolean}} [options] As a station takes them.
 * @returns {Promise<Workshop>}
 */
export async function openWorkshop(t, options) {
  const dir = await mkdtemp(join(tmpdir(), 'revient-e2e-'))
  const sandbox = new Sandbox(join(dir, 'sandbox'))
  const station = new Station(join(dir, 'station'), options)
  t.after(async () => {
    await station.kill()
    await sandbox.stop()
    await rm(dir, { recursive: true, force: true })
  })
  station.use(await sandbox.start())
  await station.start()
  return { sandbox, station, dir }
}

/**
 * Waits until the station has pulled the request about an order.
 *
 * @param {Station} station
 * @param {number} order
 * @returns {Promise<import('./station.mjs').CaseView>}
 */
export async function pulled(station, order) {
  await station.sending.SyncNow()
  const [row] = await until(`order ${order} has its case`, () => search(station, String(order)), (rows) => rows.length > 0)
  return station.cases.Get(row?.id ?? '')
}

/**
 * The cases in which a text is found, the newest first.
 *
 * @param {Station} station
 * @param {string} text
 */
export async function search(station, text) {
  const page = await station.cases.List({ tile: '', stage: '', onHold: false, ended: false, text, offset: 0, limit: 50 })
  return page.rows
}
