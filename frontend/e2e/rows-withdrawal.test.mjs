// The rows of the decision table about a change of mind, each driven to its end in
// French by the training's clock: D1, D2, D3, D14.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bench, onPaper } from './rig/bench.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openTraining } from './rig/training.mjs'
import { until } from './rig/until.mjs'

test('a change of mind, from its request to its end', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const workshop = await openTraining(t, '2026-11-20T09:00:00+01:00')
  const { station } = workshop
  const screen = await Screen.open(browser, station)
  const bench = new Bench(screen, workshop)
  const bought = { shipped: '2026-10-31T09:00:00+01:00', delivered: '2026-11-02T10:15' }

  await t.test('D2: wear beyond a try is kept back part by part, and the rest goes to the customer’s account', async () => {
    const returned = await bench.asked('change_of_mind', bought)
    await bench.proposes(returned, { row: 'D1', outcome: 'authorise', heading: 'Accepter le retour', reasons: ['Déclaré à temps'] })
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, { 'COM-24': { answer: 'ko', value: 'worn_screen', defect: 'COS-02' } })
    const { proposal } = await bench.proposes(returned, { row: 'D2', outcome: 'partial_refund', heading: 'Remboursement partiel', reasons: ['Usure au-delà d’un simple essai'] })
    await screen.press('F9', '1')
    const kept = screen.page.getByRole('textbox', { name: /Retenue pour Écran/ })
    await screen.sees(kept)
    await kept.fill('40,50')
    await screen.sees(screen.text('Crédité sur son compte client'))
    await screen.press('F9')
    await screen.sees(screen.heading('Ranger l’appareil'))
    await bench.putsAway()
    await bench.seesRefund(returned, 'Compte client, relevé du 20 novembre')
    const closed = await bench.closes(returned)
    const rest = (proposal?.total.minor ?? 0) - 4050
    assert.deepEqual(await bench.paid(returned), [rest])
    for (const [kind, number] of /** @type {const} */ ([['refund_notice', 'A-2026-F01A-000001'], ['refund_receipt', 'R-2026-F01A-000001']])) {
      const paper = await bench.paper(returned, kind)
      for (const written of [number, closed.number, onPaper({ minor: rest }), '40,50', 'Écran', 'IBAN', 'ven. 20 nov. 2026']) assert.ok(paper.includes(written), `${kind} without ${written}: ${paper}`)
    }
  })

  await t.test('D14: a missing accessory is kept back, and named', async () => {
    const returned = await bench.asked('change_of_mind', bought)
    await bench.authorises()
    await bench.receives(returned)
    await bench.inspects(returned, { 'COM-16': { answer: 'ko', defect: 'ACC-01' } })
    const { proposal } = await bench.proposes(returned, { row: 'D14', outcome: 'partial_refund', heading: 'Remboursement partiel', reasons: [/accessoire/] })
    await screen.press('F9', '1')
    await screen.sees(screen.text('Crédité sur son compte client'))
    await screen.press('F9')
    await screen.sees(screen.heading('Ranger l’appareil'))
    await bench.putsAway()
    await bench.seesRefund(returned, 'Compte client, relevé du 20 novembre')
    const { refunds: [refund] } = await bench.closes(returned)
    assert.ok(refund)
    const [deduction] = refund.deductions
    assert.ok(deduction)
    assert.equal(refund.deductions.length, 1)
    assert.equal(refund.total.minor + deduction.amount.minor, proposal?.total.minor)
    const receipt = await bench.paper(returned, 'refund_receipt')
    for (const written of ['R-2026-F01A-000002', onPaper(refund.total), onPaper(deduction.amount)]) assert.ok(receipt.includes(written), `${written} in ${receipt}`)
  })

  await t.test('D1: declared in the last minute of day 30, it is refunded in full with the shipping', async () => {
    await workshop.goesTo('2026-12-02T23:59:00+01:00')
    const returned = await bench.asked('change_of_mind', bought)
    await bench.proposes(returned, { row: 'D1', outcome: 'authorise', heading: 'Accepter le retour', reasons: ['Déclaré à temps, jusqu’au mer. 2 déc. 2026 inclus'] })
    await bench.authorises()
    await workshop.goesTo('2026-12-07T10:00:00+01:00')
    await bench.receives(returned)
    await bench.inspects(returned)
    const { proposal } = await bench.proposes(returned, { row: 'D1', outcome: 'full_refund', heading: 'Remboursement total', reasons: ['Déclaré à temps, jusqu’au mer. 2 déc. 2026 inclus', 'jeu. 10 déc.'] })
    await bench.refunds()
    await bench.putsAway()
    await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [proposal?.total.minor])
    for (const [kind, number, dated] of /** @type {const} */ ([['refund_notice', 'A-2026-F01A-000003', 'Accordé le lun. 7 déc. 2026'], ['refund_receipt', 'R-2026-F01A-000003', 'Remboursé le lun. 7 déc. 2026']])) {
      const paper = await bench.paper(returned, kind)
      for (const written of [number, dated, onPaper(proposal?.total), 'sur le moyen de paiement', 'Visible au plus tard le jeu. 10 déc. 2026', String(returned.order), 'Spécimen']) assert.ok(paper.includes(written), `${kind} without ${written}: ${paper}`)
    }
  })

  await t.test('D3: declared in the first minute after day 30, it is declined with the date that was computed', async () => {
    await workshop.goesTo('2026-12-08T09:00:00+01:00')
    const returned = await bench.asked('change_of_mind', { shipped: '2026-11-05T09:00:00+01:00', delivered: '2026-11-07T10:15' })
    await bench.proposes(returned, { row: 'D3', outcome: 'decline', heading: 'Décliner la demande' })
    await screen.press('F9')
    await screen.sees(screen.heading('Refuser la demande'))
    await screen.press('F9')
    await screen.sees(screen.heading('Demande refusée'))
    await station.sending.SyncNow()
    const view = await station.cases.Get(returned.id)
    assert.deepEqual([view.stage, view.refunds.length], ['declined', 0])
    const told = await until('the customer is told', () => bench.told(returned), (texts) => texts.length > 0)
    assert.match(told.join(' '), /finissait le lun\. 7 déc\. 2026\. Si l’appareil a un défaut, dites-le-nous/)
  })

  await t.test('D3: accepted all the same, its device is refused at the bench and goes back', async () => {
    const returned = await bench.asked('change_of_mind', { shipped: '2026-11-05T09:00:00+01:00', delivered: '2026-11-07T10:15' })
    await bench.proposes(returned, { row: 'D3', outcome: 'decline', heading: 'Décliner la demande' })
    await screen.press('1')
    await screen.page.getByRole('textbox', { name: 'Raison' }).fill('Nous regardons l’appareil')
    await screen.press('F9')
    await bench.givesPin()
    await screen.sees(screen.button(/Réceptionner le colis/))
    await bench.receives(returned)
    await bench.inspects(returned)
    await bench.proposes(returned, { row: 'D3', outcome: 'refuse', heading: 'Refuser et renvoyer' })
    await bench.refuses()
    await bench.sendsOff(returned.number, '8R32794555539')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.decision?.code, closed.outbound.tracking, await bench.paid(returned)], ['refuse', 'late', '8R32794555539', []])
    const letter = await bench.paper(returned, 'refusal_letter')
    for (const written of [returned.number, 'qui courait jusqu’au lun. 7 déc. 2026 inclus', 'mar. 8 déc. 2026']) assert.ok(letter.includes(written), letter)
    const note = await bench.paper(returned, 'delivery_note')
    for (const written of [returned.number, 'mar. 8 déc. 2026']) assert.ok(note.includes(written), note)
  })

  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})
