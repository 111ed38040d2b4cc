// The rows of the decision table about what a parcel turns out to hold, each driven
// to its end in French by the training's clock: D10, D11, D12, D15.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bench, onPaper } from './rig/bench.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openTraining } from './rig/training.mjs'

test('what a parcel holds, from its arrival to its end', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const workshop = await openTraining(t, '2026-11-10T10:00:00+01:00')
  const { station } = workshop
  const screen = await Screen.open(browser, station)
  const bench = new Bench(screen, workshop)
  const bought = { issue: '', shipped: '2026-10-31T09:00:00+01:00', delivered: '2026-11-02T10:15' }
  const lately = { issue: 'BATTERY_NOT_CHARGING', shipped: '2026-11-07T09:00:00+01:00', delivered: '2026-11-09T10:15' }

  /** @param {import('./rig/bench.mjs').Kind} kind */
  const awaited = async (kind) => {
    const returned = await bench.asked(kind, kind === 'defect' ? lately : bought)
    await bench.authorises()
    return returned
  }

  await t.test('D12: locked, it waits for its owner, is looked at again and refunded', async () => {
    const returned = await awaited('change_of_mind')
    await bench.receives(returned)
    await bench.stops('5')
    await bench.proposes(returned, { row: 'D12', outcome: 'pause', heading: 'Attendre le client' })
    await screen.press('F9')
    await screen.sees(screen.page.getByRole('dialog').getByRole('heading', { name: 'Demander au client' }))
    await screen.press('F9')
    await screen.page.getByRole('dialog').waitFor({ state: 'detached' })
    await screen.sees(screen.text('On attend le client.'))
    await screen.button('C’est déverrouillé').click()
    await screen.button('C’est déverrouillé').waitFor({ state: 'detached' })
    await screen.button(/Réinspecter/).click()
    await screen.sees(screen.heading('Recommencer les contrôles ?'))
    await screen.press('F9')
    await screen.sees(screen.button(/réponses? manque/))
    await bench.inspects(returned)
    const { proposal } = await bench.proposes(returned, { row: 'D1', outcome: 'full_refund', heading: 'Remboursement total' })
    await bench.refunds()
    await bench.putsAway()
    await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [proposal?.total.minor])
    assert.ok((await bench.told(returned)).some((text) => text.includes('L’appareil est encore verrouillé')))
    const receipt = await bench.paper(returned, 'refund_receipt')
    for (const written of ['R-2026-F01A-000001', onPaper(proposal?.total), 'Remboursé le mar. 10 nov. 2026']) assert.ok(receipt.includes(written), receipt)
  })

  await t.test('D11: an empty parcel, the carrier is told in three days, and it is refunded when they answer', async () => {
    const returned = await awaited('change_of_mind')
    await bench.receives(returned, '')
    await bench.stops('1')
    await bench.proposes(returned, { row: 'D11', outcome: 'hold', heading: 'Suspendre le dossier' })
    await bench.protests('avant la fin du')
    await bench.holds()
    const protest = await bench.paper(returned, 'carrier_protest')
    for (const written of ['Colis vide', 'jusqu’au sam. 14 nov. 2026 inclus', 'L. 133-3', returned.number]) assert.ok(protest.includes(written), protest)
    await bench.resumes('Le transporteur reconnaît la perte')
    await bench.refundsAllTheSame('Le transporteur reconnaît la perte')
    const closed = await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [closed.refunds[0]?.total.minor])
    const receipt = await bench.paper(returned, 'refund_receipt')
    for (const written of ['R-2026-F01A-000002', onPaper(closed.refunds[0]?.total)]) assert.ok(receipt.includes(written), receipt)
  })

  await t.test('D10: another device than the one sold is refused, and goes back', async () => {
    const returned = await awaited('change_of_mind')
    await bench.receives(returned, '352099001761481')
    await screen.sees(screen.text('Ce n’est pas l’appareil vendu'))
    await bench.stops('2')
    await bench.proposes(returned, { row: 'D10', outcome: 'hold', heading: 'Suspendre le dossier' })
    await bench.resumes('Vu avec le client')
    await screen.button(/^Refus /).click()
    await screen.page.getByRole('textbox', { name: 'Pourquoi autrement' }).fill('Le client a envoyé son autre téléphone')
    await screen.press('F9')
    await bench.givesPin()
    await bench.sendsOff(returned.number, '8R32794555506')
    const closed = await bench.closes(returned)
    assert.deepEqual([closed.decision?.outcome, closed.decision?.code, await bench.paid(returned)], ['refuse', 'wrong_item', []])
    const letter = await bench.paper(returned, 'refusal_letter')
    for (const written of [returned.number, 'n’est pas celui que nous vous avons vendu', 'mar. 10 nov. 2026']) assert.ok(letter.includes(written), letter)
    assert.ok((await bench.paper(returned, 'delivery_note')).includes(returned.number))
  })

  await t.test('D15: a crushed parcel and a broken device, the carrier first, and then the refund', async () => {
    const returned = await awaited('defect')
    await bench.receives(returned)
    await bench.inspects(returned, { 'COM-03': { answer: 'ko', defect: 'PKG-01' }, 'COM-09': { answer: 'ko', value: 'impact', defect: 'DMG-01' } })
    await bench.proposes(returned, { row: 'D15', outcome: 'hold', heading: 'Suspendre le dossier' })
    await bench.protests('avant la fin du')
    await bench.holds()
    await bench.resumes('Le transporteur paie')
    await bench.refundsAllTheSame('Le transporteur paie')
    await bench.putsAway('132', 'BIN-P01')
    const closed = await bench.closes(returned)
    assert.deepEqual(await bench.paid(returned), [closed.refunds[0]?.total.minor])
    const protest = await bench.paper(returned, 'carrier_protest')
    for (const written of ['jusqu’au sam. 14 nov. 2026 inclus', returned.number]) assert.ok(protest.includes(written), protest)
    assert.ok((await bench.paper(returned, 'refund_receipt')).includes('R-2026-F01A-000003'))
  })

  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})
