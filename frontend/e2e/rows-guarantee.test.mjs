// The rows of the decision table about the guarantees, each driven to its end in
// French by the training's clock: D7, D8, D9.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bench } from './rig/bench.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openTraining } from './rig/training.mjs'
import { until } from './rig/until.mjs'

test('a guarantee, from its request to its end', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const workshop = await openTraining(t, '2027-11-02T23:40:00+01:00')
  const { station, sandbox } = workshop
  const screen = await Screen.open(browser, station)
  const bench = new Bench(screen, workshop)
  const bought = { shipped: '2026-10-31T09:00:00+01:00', delivered: '2026-11-02T10:15' }

  await t.test('D7: declared in the last minutes of month 12, it is repaired and goes back', async () => {
    const returned = await bench.asked('warranty', bought)
    await bench.proposes(returned, { row: 'D7', outcome: 'authorise', heading: 'Accepter le retour', reasons: ['mar. 2 nov. 2027'] })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned)
    await bench.proposes(returned, { row: 'D7', outcome: 'repair', heading: 'Réparation' })
    await bench.repairs()
    await bench.sendsOff(returned.number, '8R32794555503')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.repair?.state, closed.outbound.tracking], ['repair', 'repaired', '8R32794555503'])
    const report = await bench.paper(returned, 'repair_report')
    for (const written of [returned.number, 'mar. 2 nov. 2027']) assert.ok(report.includes(written), report)
    assert.ok((await bench.paper(returned, 'delivery_note')).includes(returned.number))
  })

  await t.test('D9: an impact is no guarantee’s, and the device goes back with the photos kept', async () => {
    const returned = await bench.asked('warranty', bought)
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, { 'COM-09': { answer: 'ko', value: 'impact', defect: 'DMG-01' } })
    await bench.proposes(returned, { row: 'D9', outcome: 'refuse', heading: 'Refuser et renvoyer' })
    await bench.refuses()
    await bench.sendsOff(returned.number, '8R32794555504')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.decision?.code, await bench.paid(returned)], ['refuse', 'out_of_warranty_impact', []])
    const letter = await bench.paper(returned, 'refusal_letter')
    for (const written of [returned.number, 'un choc ou une casse', 'mar. 2 nov. 2027']) assert.ok(letter.includes(written), letter)
  })

  await t.test('D8: declared in month 13, the customer shows that the defect was there, and it is repaired', async () => {
    await workshop.goesTo('2027-11-03T00:00:00+01:00')
    const returned = await bench.asked('warranty', bought)
    await bench.proposes(returned, { row: 'D8', outcome: 'ask_proof', heading: 'Demander une preuve' })
    await screen.press('F9')
    await screen.sees(screen.page.getByRole('dialog').getByRole('heading', { name: 'Demander une preuve' }))
    await screen.press('F9')
    await screen.page.getByRole('dialog').waitFor({ state: 'detached' })
    await screen.sees(screen.text(/attend le client/))
    await sandbox.control('POST', `folders/${returned.folder}/messages`, { text: 'Voici la photo prise le jour de la livraison.', photos: 1 })
    await station.sending.SyncNow()
    await bench.proposes(returned, { row: 'D8', outcome: 'authorise', heading: 'Accepter le retour' })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned)
    await bench.proposes(returned, { row: 'D8', outcome: 'repair', heading: 'Réparation' })
    await bench.repairs()
    await bench.sendsOff(returned.number, '8R32794555505')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.repair?.state], ['repair', 'repaired'])
    assert.ok((await bench.told(returned)).some((text) => text.includes('Votre appareil a plus de 12 mois')))
  })

  await t.test('D8: declared after month 24, the guarantees are over, and it is declined with their last day', async () => {
    await workshop.goesTo('2028-11-03T00:00:00+01:00')
    const returned = await bench.asked('warranty', bought)
    await bench.proposes(returned, { row: 'D8', outcome: 'decline', heading: 'Décliner la demande' })
    await screen.press('F9')
    await screen.sees(screen.heading('Refuser la demande'))
    await screen.press('F9')
    await screen.sees(screen.heading('Demande refusée'))
    await station.sending.SyncNow()
    const told = await until('the customer is told', () => bench.told(returned), (texts) => texts.length > 0)
    assert.match(told.join(' '), /ont pris fin le jeu\. 2 nov\. 2028/)
  })

  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})
