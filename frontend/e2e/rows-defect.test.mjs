// The rows of the decision table about a defect that is new, each driven to its end
// in French by the training's clock: D4, D5, D6 answered both ways, D13.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bench, onPaper } from './rig/bench.mjs'
import { stocked } from './rig/outcome.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { nadia, samira } from './rig/team.mjs'
import { openTraining } from './rig/training.mjs'

test('a defect, from its request to its end', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const workshop = await openTraining(t, '2026-11-05T10:00:00+01:00')
  const { station } = workshop
  const screen = await Screen.open(browser, station)
  const bench = new Bench(screen, workshop)
  const bought = { issue: 'BATTERY_NOT_CHARGING', shipped: '2026-10-31T09:00:00+01:00', delivered: '2026-11-02T10:15' }
  const charging = { 'SMP-02': /** @type {const} */ ({ answer: 'ko' }) }

  await t.test('D4: declared within 72 hours and confirmed, a unit of the stock is given in exchange', async () => {
    await workshop.goesTo('2026-11-05T10:58:00+01:00')
    const returned = await bench.asked('defect', bought)
    const unit = '356938035643809'
    await stocked(station, await station.cases.Get(returned.id), { imei: unit })
    await bench.reopens(returned)
    await bench.proposes(returned, { row: 'D4', outcome: 'authorise', heading: 'Accepter le retour' })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, charging)
    await bench.proposes(returned, { row: 'D4', outcome: 'exchange', heading: 'Échange' })
    await screen.press('F9')
    await bench.sendsOff(unit, '8R32794555501')
    await bench.putsAway('131', 'BIN-B01')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.outbound.tracking, closed.refunds.length, await bench.paid(returned)], ['exchange', '8R32794555501', 0, []])
    const note = await bench.paper(returned, 'delivery_note')
    for (const written of [returned.number, 'jeu. 5 nov. 2026']) assert.ok(note.includes(written), note)
  })

  await t.test('D5: no unit can replace it, and it is refunded in full', async () => {
    const returned = await bench.asked('defect', bought)
    await bench.proposes(returned, { row: 'D5', outcome: 'authorise', heading: 'Accepter le retour' })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, charging)
    const { proposal } = await bench.proposes(returned, { row: 'D5', outcome: 'full_refund', heading: 'Remboursement total' })
    await bench.refunds()
    await bench.putsAway('133', 'BIN-C01')
    await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [proposal?.total.minor])
    for (const [kind, number, dated] of /** @type {const} */ ([['refund_notice', 'A-2026-F01A-000001', 'Accordé le jeu. 5 nov. 2026'], ['refund_receipt', 'R-2026-F01A-000001', 'Remboursé le jeu. 5 nov. 2026']])) {
      const paper = await bench.paper(returned, kind)
      for (const written of [number, dated, onPaper(proposal?.total)]) assert.ok(paper.includes(written), `${kind} without ${written}: ${paper}`)
    }
  })

  await t.test('D13: two people find nothing, and the customer, still in time to withdraw, is refunded', async () => {
    const returned = await bench.asked('defect', bought)
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, { 'COM-20': { answer: 'ko', value: 'no' } })
    await bench.proposes(returned, { row: 'D13', outcome: 'needs_second_test', heading: 'Faire tester par un collègue' })
    await screen.scan(nadia.badge)
    await screen.sees(screen.button(nadia.name))
    await screen.press('F9')
    await screen.sees(screen.heading('Recommencer les contrôles ?'))
    await screen.press('F9')
    await screen.sees(screen.button(/réponses? manque/))
    await bench.inspects(returned, { 'COM-20': { answer: 'ko', value: 'no' } })
    const { proposal } = await bench.proposes(returned, { row: 'D13', outcome: 'full_refund', heading: 'Remboursement total' })
    await screen.scan(samira.badge)
    await screen.sees(screen.button(samira.name))
    await bench.refunds({ pin: true })
    await bench.putsAway('131', 'BIN-A02')
    const closed = await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [proposal?.total.minor])
    assert.ok((await bench.paper(returned, 'refund_receipt')).includes('R-2026-F01A-000002'))
    assert.equal(closed.inspection?.revision, 2)
  })

  await t.test('D6: declared after 72 hours, the customer chooses to give it back, and is refunded', async () => {
    await workshop.goesTo('2026-11-05T11:00:00+01:00')
    const returned = await bench.asked('defect', bought)
    await bench.proposes(returned, { row: 'D6', outcome: 'ask_customer', heading: 'Laisser choisir le client' })
    await bench.putsTheChoice('Il rend l’appareil')
    await bench.proposes(returned, { row: 'D1', outcome: 'authorise', heading: 'Accepter le retour' })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, charging)
    const { proposal } = await bench.proposes(returned, { row: 'D1', outcome: 'full_refund', heading: 'Remboursement total' })
    await bench.refunds()
    await bench.putsAway('131', 'BIN-A03')
    await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [proposal?.total.minor])
    const receipt = await bench.paper(returned, 'refund_receipt')
    for (const written of ['R-2026-F01A-000003', onPaper(proposal?.total)]) assert.ok(receipt.includes(written), receipt)
    assert.ok((await bench.told(returned)).some((text) => text.includes('À vous de choisir')))
  })

  await t.test('D6: the customer chooses the repair, and gets the device back repaired', async () => {
    const returned = await bench.asked('defect', bought)
    await bench.putsTheChoice('Il veut la réparation')
    await bench.proposes(returned, { row: 'D7', outcome: 'authorise', heading: 'Accepter le retour' })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, charging)
    await bench.proposes(returned, { row: 'D7', outcome: 'repair', heading: 'Réparation' })
    await bench.repairs()
    await bench.sendsOff(returned.number, '8R32794555502')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.repair?.state, await bench.paid(returned)], ['repair', 'repaired', []])
    const report = await bench.paper(returned, 'repair_report')
    for (const written of [returned.number, 'jeu. 5 nov. 2026']) assert.ok(report.includes(written), report)
    assert.ok((await bench.paper(returned, 'delivery_note')).includes(returned.number))
  })

  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})
