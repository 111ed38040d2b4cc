// Law 2: money moves at most once, whatever becomes of the answer.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { checkExchange } from './rig/exchange.mjs'
import { isClosed, job, untilCase } from './rig/job.mjs'
import { Line } from './rig/line.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { Fault } from './rig/station.mjs'
import { until } from './rig/until.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

const refundRequest = 'POST /ws/sav/refund'

test('a refund whose answer is lost after it was applied is confirmed by reading, and made once', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await sandbox.fail({ mode: 'drop_after_apply', path: '/ws/sav/refund', method: 'POST', count: 1 })
  const { id, line } = await decided(station, sandbox)

  const view = await untilCase(station, id, 'is closed', isClosed)
  assert.equal(view.refunds[0]?.means, 'read_back')
  const types = (await station.cases.History(id)).map(({ type }) => type)
  assert.ok(types.includes('refund_doubted'), 'the station never said that it did not know')
  assert.ok(!types.includes('refund_accepted'), 'the station heard an answer that was never given')
  await checkExchange(station, sandbox, [{ id, line }])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

test('killed between the mark and the answer, a refund is never sent again', async (t) => {
  const { station, sandbox, line, at } = await killedUnderRefund(t)
  for (let start = 0; start < 3; start++) {
    await station.start()
    const view = await untilCase(station, at.id, 'was read back', (seen) => refundRow(seen)?.error?.key === 'errors_syncer.not_refunded_yet')
    assert.equal(view.refunds[0]?.state, 'unknown')
    assert.equal(view.stage, 'executing')
    await station.sending.SyncNow()
    await refused('errors_station.retry_money', () => station.sending.Retry(randomUUID(), refundRow(view)?.id ?? ''))
    await refused('errors_returns.refund.still_reading', () => settle(station, view, true))
    await station.stop()
  }
  assert.equal(line.seen.filter((name) => name === refundRequest).length, 1, 'refund requests that left the station')
  await station.start()
  await checkExchange(station, sandbox, [at])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

test('a refund of which reading cannot tell is put before a person, who looks and says', async (t) => {
  const { station, line, at } = await killedUnderRefund(t)
  line.refuses = (name) => (name.startsWith('GET /ws/orders/') ? 404 : null)
  await station.start()
  const asked = await untilCase(station, at.id, 'asks a person', (view) => view.refunds[0]?.askPerson === true)
  const { toFix } = await station.sending.View()
  assert.deepEqual(toFix.map(({ kind, askPerson }) => [kind, askPerson]), [['refund', true]])

  await refused('errors_station.pin.needed', () => settle(station, asked, true, ''))
  const browser = await openBrowser()
  t.after(() => browser.close())
  const screen = await Screen.open(browser, station)
  await screen.scan(asked.number)
  await screen.sees(screen.text('issue inconnue : une personne doit regarder'))
  await screen.button('Dire ce qu’il est devenu').click()
  await screen.sees(screen.heading('Qu’est devenu ce remboursement ?'))
  await screen.page.getByRole('radio', { name: 'Remboursé', exact: true }).check({ force: true })
  await screen.page.getByRole('textbox', { name: 'Vu où' }).fill('Back-office, page de la commande')
  await screen.page.getByLabel('Code du responsable').fill('1234')
  await screen.press('F9')
  await screen.sees(screen.text('Ce n’est pas le bon code.'))
  await screen.page.getByLabel('Code du responsable').fill('2580')
  await screen.press('F9')
  const view = await untilCase(station, at.id, 'is settled', (seen) => seen.refunds[0]?.state !== 'unknown')
  assert.deepEqual(view.refunds.map(({ state, means }) => [state, means]), [['confirmed', 'person']])
  assert.equal(line.seen.filter((name) => name === refundRequest).length, 1, 'refund requests that left the station')
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

/**
 * A station whose refund was marked and left, and that was killed before anything
 * came back. It is stopped, and the line passes everything on again.
 *
 * @param {import('node:test').TestContext} t
 */
async function killedUnderRefund(t) {
  const { sandbox, station } = await openWorkshop(t)
  const line = await new Line(sandbox).start()
  t.after(() => line.stop())
  await station.stop()
  station.use(line)
  await station.start()
  line.holds = (name) => name === refundRequest
  const at = await decided(station, sandbox)
  await until('the refund has left', () => line.seen.includes(refundRequest))
  await station.kill()
  line.holds = () => false
  return { station, sandbox, line, at }
}

/**
 * Takes a new return to its decision and puts the device away.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {import('./rig/sandbox.mjs').Sandbox} sandbox
 */
async function decided(station, sandbox) {
  const { order_id: order, orderline_id: line, imei } = await sandbox.open()
  const { id } = await pulled(station, order)
  for (const step of job) {
    const returned = { id, imei, number: 1 }
    await step.send(station, randomUUID(), returned, await step.before?.(station, returned))
  }
  return { id, line }
}

/** @param {import('./rig/station.mjs').CaseView} view */
function refundRow(view) {
  return view.actions.find(({ kind }) => kind === 'refund')
}

/**
 * The manager's word on a refund.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {import('./rig/station.mjs').CaseView} view
 * @param {boolean} refunded
 * @param {string} [pin]
 */
function settle(station, view, refunded, pin = '2580') {
  const refund = view.refunds[0]?.id ?? ''
  return station.cases.SettleRefund(randomUUID(), view.id, { refund, refunded, seen: 'Back-office, commande ouverte', pin })
}

/**
 * @param {string} key Of the sentence that says why.
 * @param {() => Promise<unknown>} ask
 */
async function refused(key, ask) {
  await assert.rejects(ask, (error) => error instanceof Fault && error.key === key)
}
