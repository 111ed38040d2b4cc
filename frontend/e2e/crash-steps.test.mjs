// Kill -9 after each acknowledged step: nothing that was acknowledged is missing,
// and nothing happens twice.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { checkExchange } from './rig/exchange.mjs'
import { isClosed, job, untilCase } from './rig/job.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

test('killed after every acknowledged step, the station goes on where it was', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order_id: order, imei, orderline_id: line } = await sandbox.open()
  const { id } = await pulled(station, order)
  const returned = { id, imei, number: 1 }

  for (const [at, step] of job.entries()) {
    // Killed under its request, a refund is rightly left to a person (money.test.mjs).
    // Here the order cannot be read for the time being, so that nothing is begun.
    if (step.name === 'decide the refund') await sandbox.fail({ mode: '503', method: 'GET', path: '/ws/orders/' })
    const command = randomUUID()
    const before = await step.before?.(station, returned)
    const { seq } = await step.send(station, command, returned, before)
    await station.kill()
    await station.start()

    const after = await station.cases.Get(id)
    assert.ok(after.seq >= seq, `${step.name}: event ${seq} was acknowledged, and the case ends at ${after.seq}`)
    for (const done of job.slice(0, at + 1)) assert.ok(done.kept(after), `killed after "${step.name}": "${done.name}" is missing`)

    const history = await station.cases.History(id)
    await step.send(station, command, returned, before)
    const repeated = (await station.cases.History(id)).slice(history.length)
    assert.deepEqual(repeated.filter(({ by }) => by !== '').map(({ type }) => type), [], `"${step.name}" repeated under its id did something again`)
  }

  await sandbox.fail({ mode: 'none' })
  await station.sending.SyncNow()
  for (const [what, right] of milestones) {
    await untilCase(station, id, what, right)
    await station.kill()
    await station.start()
    assert.ok(right(await station.cases.Get(id)), `killed when the case ${what}, and then it had not`)
  }

  await station.stop()
  await station.start()
  await checkExchange(station, sandbox, [{ id, line }], ['checks_recorded', 'evidence_added'])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

/** What the station does by itself, and shows to a person who may rely on it.
 *
 * @type {[string, (view: import('./rig/job.mjs').CaseView) => boolean][]}
 */
const milestones = [
  ['has its refund confirmed', (view) => view.refunds[0]?.state === 'confirmed'],
  ['has its numbered receipt', (view) => view.documents.some(({ kind, url }) => kind === 'refund_receipt' && url !== '')],
  ['is closed', isClosed],
]
