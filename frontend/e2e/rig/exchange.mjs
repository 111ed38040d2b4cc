// What the station believes and what the marketplace knows, side by side: the law
// that money moves at most once, and that nothing is told twice.

import assert from 'node:assert/strict'

/**
 * @typedef {import('./sandbox.mjs').Entry} Entry
 * @typedef {{id: string, line: number}} Returned
 */

/**
 * Checks that the journal of every case agrees with the marketplace's ledger. The
 * station must have read back what it did not know.
 *
 * @param {import('./station.mjs').Station} station
 * @param {import('./sandbox.mjs').Sandbox} sandbox
 * @param {readonly Returned[]} returned
 * @param {readonly string[]} [alsoOnce] Events that a person may repeat, and a script does not.
 */
export async function checkExchange(station, sandbox, returned, alsoOnce = []) {
  const ledger = await sandbox.ledger()
  /** @type {string[]} */
  const receipts = []
  /** @type {string[]} */
  const notices = []
  for (const { id, line } of returned) {
    const view = await station.cases.Get(id)
    const ours = ledger.filter((entry) => entry.by === 'seller' && entry.orderline_id === line)
    const refunds = ours.filter(({ kind }) => kind === 'refund')
    const messages = ours.filter(({ kind }) => kind === 'message')
    const state = view.refunds[0]?.state
    assert.equal(view.refunds.length, 1, `${view.number}: refunds decided`)
    assert.equal(refunds.length, state === 'confirmed' ? 1 : 0, `${view.number}: the station says "${state}", the marketplace paid ${refunds.length} times`)
    for (const refund of refunds) assert.equal(refund.cents, view.refunds[0]?.total.minor, `${view.number}: the amount that was paid`)

    const told = messages.map(({ text, attachments }) => JSON.stringify([text, attachments?.map(({ sha256 }) => sha256)]))
    assert.deepEqual(told, [...new Set(told)], `${view.number}: a message was posted twice`)
    const done = view.actions.filter((action) => action.state === 'done' && action.kind !== 'refund')
    assert.equal(messages.length, done.length, `${view.number}: messages at the marketplace, and those that the station knows arrived`)

    const types = (await station.cases.History(id)).map(({ type }) => type)
    for (const once of [...onlyOnce, ...alsoOnce]) assert.ok(types.filter((type) => type === once).length <= 1, `${view.number}: ${once} happened twice`)
    for (const { kind, number } of view.documents) {
      if (kind === 'refund_receipt') receipts.push(number)
      if (kind === 'refund_notice') notices.push(number)
    }
    const receipt = view.documents.filter(({ kind }) => kind === 'refund_receipt')
    assert.equal(receipt.length, state === 'confirmed' ? 1 : 0, `${view.number}: receipts of a refund that is ${state}`)
  }
  assertGapFree(receipts)
  assertGapFree(notices)
}

/** What happens to a return at most once, unless a person undoes it. */
const onlyOnce = [
  'return_authorised',
  'parcel_received',
  'inspection_started',
  'identity_read',
  'inspection_completed',
  'full_refund_decided',
  'refund_approved',
  'refund_submitting',
  'refund_accepted',
  'refund_confirmed',
  'wipe_recorded',
  'grade_recorded',
  'device_moved',
  'case_closed',
]

/** @param {string[]} numbers Of one series, such as R-2026-P03A-000123. */
export function assertGapFree(numbers) {
  const counted = numbers.map((number) => Number(/(\d+)$/.exec(number)?.[1])).sort((a, b) => a - b)
  assert.deepEqual(counted, Array.from(counted, (_, i) => i + 1), 'the numbers of a series')
}
