// A workshop whose clock a test sets: the station in training, and a sandbox that
// keeps the same time.

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sandbox } from './sandbox.mjs'
import { Station } from './station.mjs'
import { samira } from './team.mjs'

/** @typedef {{sandbox: Sandbox, station: Station, goesTo: (at: string) => Promise<void>}} Training */

/**
 * Starts both at a moment. They end with the test.
 *
 * @param {import('node:test').TestContext} t
 * @param {string} at Such as 2026-11-02T10:00:00+01:00.
 * @returns {Promise<Training>}
 */
export async function openTraining(t, at) {
  const dir = await mkdtemp(join(tmpdir(), 'revient-e2e-'))
  const sandbox = new Sandbox(join(dir, 'sandbox'), { clock: at })
  const station = new Station(join(dir, 'station'))
  station.args.push('--training', '--clock', at)
  t.after(async () => {
    await station.kill()
    await sandbox.stop()
    await rm(dir, { recursive: true, force: true })
  })
  station.use(await sandbox.start())
  await station.start()
  await signs(station)
  /** @param {string} moment */
  const goesTo = async (moment) => {
    await sandbox.control('POST', 'clock', { at: moment })
    await station.desk.SetClock(moment)
    await signs(station)
  }
  return { sandbox, station, goesTo }
}

/**
 * The manager has given their PIN a moment ago, as at the start of a shift.
 *
 * @param {Station} station
 */
async function signs(station) {
  await station.people.GivePIN(randomUUID(), samira.pin)
}
