// Kill -9 at 200 random moments under a workshop at work, with its pushes under
// way: every acknowledged command is there once, and money moved at most once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Clerks } from './rig/clerk.mjs'
import { checkExchange } from './rig/exchange.mjs'
import { isClosed } from './rig/job.mjs'
import { Ended } from './rig/program.mjs'
import { randomFrom, seed } from './rig/random.mjs'
import { until } from './rig/until.mjs'
import { openWorkshop } from './rig/workshop.mjs'

const kills = 200
const clerks = 3
const longest = 450 // Milliseconds from a start to its kill: some fall into the start itself, most into the work.

test(`killed at ${kills} random moments (REVIENT_SEED=${seed}), the station loses nothing and does nothing twice`, { timeout: 240_000 }, async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const staff = new Clerks(station, sandbox)
  const ending = new AbortController()
  const working = Promise.all(Array.from({ length: clerks }, () => staff.work())).finally(() => ending.abort())
  const killing = killAgainAndAgain(station, () => staff.inFlight > 0, ending.signal).finally(() => (staff.goingHome = true))
  const [underWork] = await Promise.all([killing, working])
  t.diagnostic(`${staff.returns.length} returns; ${underWork} of ${kills} kills under a request, ${staff.repeats} requests repeated`)
  assert.ok(staff.repeats > kills / 4, 'the kills hit too few requests to prove anything')

  await untilSettled(staff)
  await station.stop() // What is unknown is read back at the next start.
  await station.start()
  await untilSettled(staff)

  for (const { id, answered } of staff.returns) {
    const view = await station.cases.Get(id)
    for (const step of answered) assert.ok(step.kept(view), `${view.number}: "${step.name}" was acknowledged and is missing`)
    if (!isClosed(view)) assert.equal(view.refunds[0]?.state, 'unknown', `${view.number} is ${view.stage}`)
  }
  await checkExchange(station, sandbox, staff.returns, ['checks_recorded', 'evidence_added'])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

/**
 * Kills the running station, starts it and kills it again; at the end it runs.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {() => boolean} busy Whether a request is under way.
 * @param {AbortSignal} ending The workshop has come to an end, which is too early.
 * @returns {Promise<number>} How many kills hit a request.
 */
async function killAgainAndAgain(station, busy, ending) {
  const random = randomFrom(seed)
  let hits = 0
  /** @type {Promise<unknown>} */
  let starting = Promise.resolve()
  for (let kill = 0; kill < kills && !ending.aborted; kill++) {
    await pause(random() * longest) // The moment of the kill, which is what this test is about.
    if (busy()) hits++
    await station.kill()
    await starting
    starting = station.start().catch((/** @type {unknown} */ error) => {
      const killed = error instanceof TypeError || (error instanceof Ended && error.killed)
      if (!killed) throw error
    })
  }
  await starting
  return hits
}

/**
 * Waits until everything was told and read: each case is closed, or nobody knows
 * whether its refund left and it was read back once.
 *
 * @param {Clerks} staff
 */
async function untilSettled({ station, returns }) {
  for (const { id } of returns) {
    await until(`case ${id} is closed or waits for a second reading`, () => station.cases.Get(id), (view) => {
      const unknown = view.refunds[0]?.state === 'unknown' && view.actions.some(({ kind, error }) => kind === 'refund' && Boolean(error))
      const told = view.actions.every(({ kind, state }) => kind === 'refund' || state === 'done')
      return isClosed(view) || (unknown && told)
    }, 60_000)
  }
}
