// The outcomes that give money, each to its end on the station's own screens in
// French, with the papers read back as the customer reads them.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isClosed, total, untilCase } from './rig/job.mjs'
import { deciding, signedIn } from './rig/outcome.mjs'
import { paperOf } from './rig/paper.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('wear is kept back part by part, and the rest goes to the customer’s account at the marketplace', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, number, order } = await deciding(station, sandbox, 'change_of_mind', { 'COM-24': { answer: 'ko', defect: 'COS-02', value: 'worn_screen' } })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  const before = await station.cases.Get(id)
  await screen.scan(order)
  await screen.sees(screen.heading('Remboursement partiel'))
  await screen.sees(screen.text('Usure au-delà d’un simple essai'))
  await screen.press('F9')

  // The first two of what was found, the amounts as they are typed, the same part once.
  await screen.press('1')
  await screen.sees(page.getByRole('textbox', { name: /Retenue pour Écran/ }))
  assert.equal(await page.getByRole('button', { name: /^Écran · / }).count(), 0, 'the screen is offered a second time')
  await page.getByRole('textbox', { name: /Retenue pour Écran/ }).fill('40,50')
  const item = before.proposal?.item.minor ?? 0
  await screen.sees(screen.button(new RegExp(`Rembourser ${euros(item + (before.proposal?.shipping.minor ?? 0) - 4050)}`)))
  await page.getByRole('textbox', { name: /Retenue pour Écran/ }).fill('beaucoup')
  await screen.sees(screen.text('Écrivez chaque montant'))
  await page.getByRole('textbox', { name: /Retenue pour Écran/ }).fill('40.50')
  await screen.sees(screen.text('Crédité sur son compte client'))
  await screen.press('F9')
  await screen.sees(screen.heading('Ranger l’appareil'))
  await screen.sees(screen.text('sur son compte client'))

  const view = await station.cases.Get(id)
  assert.equal(view.decision?.outcome, 'partial_refund')
  assert.deepEqual(view.refunds[0]?.deductions.map(({ part, amount }) => [part, amount.minor]), [['screen', 4050]])
  assert.equal(view.refunds[0].method, 'marketplace_wallet')
  const notice = await paperOf(station, view, 'refund_notice')
  assert.match(notice, /Écran/)
  assert.match(notice, /40,50/)
  assert.match(notice, /IBAN/)

  await screen.answer('131')
  await screen.scan('BIN-A01')
  await station.sending.SyncNow()

  // No reading of an order tells of a part of its price: a person looks, with both facts before them.
  await untilCase(station, id, 'asks a person', (seen) => seen.refunds[0]?.askPerson === true)
  await screen.sees(screen.text('la place de marché a répondu oui'))
  await screen.button('Dire ce qu’il est devenu').click()
  await page.getByRole('radio', { name: 'Remboursé', exact: true }).check({ force: true })
  await page.getByRole('textbox', { name: 'Vu où' }).fill('Back-office, page de la commande')
  await page.getByLabel('Code du responsable').fill('2580')
  await screen.press('F9')
  const closed = await untilCase(station, id, 'is closed', isClosed)
  const receipt = await paperOf(station, closed, 'refund_receipt')
  assert.match(receipt, /R-2026-P03A-000001/)
  assert.match(receipt, new RegExp(plainEuros(total(view).minor)))
  assert.ok((await sandbox.ledger()).some(({ kind, cents, order_id: of }) => kind === 'refund' && of === order && cents === total(view).minor))
  assert.equal(closed.number, number)

  // What is wrong on a numbered paper is put right by another one, which names it.
  await screen.sees(screen.heading('Dossier clos'))
  await screen.button('Corriger').click()
  await screen.button('Un document numéroté').click()
  await page.getByRole('textbox', { name: 'Ce qui est faux' }).fill('La pièce retenue')
  await page.getByRole('textbox', { name: 'Ce qui est juste' }).fill('La vitre arrière, et non l’écran')
  await screen.press('F9')
  const correction = await paperOf(station, closed, 'refund_correction')
  assert.match(correction, /R-2026-P03A-000001/)
  assert.match(correction, /La vitre arrière/)
  assert.deepEqual(screen.complaints, [])
})

test('nothing kept back is a full refund, and says so', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order } = await deciding(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.sees(screen.heading('Remboursement total'))
  await screen.button(/Remboursement partiel/).click()
  await screen.sees(screen.text('c’est un remboursement total'))
  await screen.press('F9')
  await screen.sees(screen.heading('Ranger l’appareil'))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.decision?.outcome, view.refunds[0]?.method], ['full_refund', 'original_payment'])
})

test('the customer keeps the device with a part of its price, and the device goes back to them', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order, number } = await deciding(station, sandbox, 'defect')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Remboursement total'))
  await screen.button(/Le client garde/).click()
  await page.getByRole('textbox', { name: /Somme rendue/ }).fill('60')
  await page.getByRole('textbox', { name: 'Pourquoi autrement' }).fill('Accord écrit du client')
  await screen.press('F9')
  await givesPin(screen)
  await screen.sees(screen.heading('Emballer l’appareil du client'))
  await screen.scan(number)
  await screen.sees(screen.heading('Remettre le colis'))
  await screen.scan('8R32794555539')
  const view = await untilCase(station, id, 'has left', (seen) => seen.outbound.state === 'handed_over')
  assert.deepEqual([view.decision?.outcome, view.refunds[0]?.total.minor, view.outbound.tracking], ['keep', 6000, '8R32794555539'])
  await station.sending.SyncNow()
  await settled(station, id)
  await untilCase(station, id, 'is closed', isClosed)
})

test('a parcel that never comes is refunded on the proof that it was sent', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { order_id: order } = await sandbox.open({ kind: 'change_of_mind' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  const { id } = await pulled(station, order)
  await station.cases.Authorise(randomUUID(), id, { label: false, how: '', override: '', pin: '' })
  await screen.scan(order)
  await screen.button('Colis perdu').click()
  await page.getByRole('textbox', { name: 'Raison' }).fill('Déclaré perdu le 20 novembre')
  await screen.press('F9')
  await screen.sees(screen.text('Colis perdu, preuve d’envoi à demander'))
  await screen.press('F9')
  await screen.sees(screen.heading('Remboursement total'))
  await page.getByRole('textbox', { name: /Quelle preuve d’envoi/ }).fill('Récépissé du bureau de poste, message du client')
  await screen.press('F9')
  await screen.sees(screen.text('accordé, à envoyer'))
  await station.sending.SyncNow()
  const view = await untilCase(station, id, 'is closed', isClosed)
  assert.equal(view.decision?.text, 'Récépissé du bureau de poste, message du client')
  assert.match(await paperOf(station, view, 'refund_receipt'), /R-2026-P03A-000001/)
})

test('what the marketplace refunded by itself settles the case, and nothing leaves from here', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order } = await deciding(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Remboursement total'))
  await screen.button(/Déjà remboursé/).click()
  await page.getByRole('textbox', { name: /Vu où/ }).fill('Back-office, relevé du 22 novembre')
  await screen.press('F9')
  await screen.sees(screen.heading('Ranger l’appareil'))
  await screen.answer('131')
  await screen.scan('BIN-A02')
  const view = await untilCase(station, id, 'is closed', isClosed)
  assert.deepEqual([view.decision?.outcome, view.refunds[0]?.state], ['already_refunded', 'already_refunded'])
  assert.ok(!(await sandbox.ledger()).some(({ kind, order_id: of }) => kind === 'refund' && of === order))
})

test('a decision is taken back while nothing has left, and decided anew; a closed case is opened again', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order } = await deciding(station, sandbox, 'change_of_mind')
  await station.sending.Pause(true)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Remboursement total'))
  await screen.press('F9', 'F9')
  await screen.sees(screen.heading('Ranger l’appareil'))
  await screen.button('Revenir sur la décision').click()
  await page.getByRole('textbox', { name: 'Raison' }).fill('Mauvais dossier')
  await screen.press('F9')
  await screen.sees(screen.heading('Remboursement total'))
  const back = await station.cases.Get(id)
  assert.deepEqual([back.stage, back.refunds[0]?.state], ['deciding', 'rejected'])
  assert.match(await paperOf(station, back, 'refund_cancellation'), /A-2026-P03A-000001/)

  await screen.press('F9', 'F9')
  await screen.sees(screen.heading('Ranger l’appareil'))
  await screen.answer('131')
  await screen.scan('BIN-A03')
  await station.sending.Pause(false)
  await untilCase(station, id, 'is closed', isClosed)
  assert.equal((await sandbox.ledger()).filter(({ kind, order_id: of }) => kind === 'refund' && of === order).length, 1)

  await screen.sees(screen.heading('Dossier clos'))
  await screen.button('Rouvrir').click()
  await page.getByRole('textbox', { name: 'Raison' }).fill('Le client conteste')
  await screen.press('F9')
  await screen.sees(screen.heading('À vous de décider'))
  await screen.sees(screen.text('Plus rien à rembourser'))
})

/** A person says that they saw a refund that no reading tells of.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} id
 */
async function settled(station, id) {
  const { refunds: [refund] } = await untilCase(station, id, 'asks a person', (seen) => seen.refunds[0]?.askPerson === true)
  await station.cases.SettleRefund(randomUUID(), id, { refund: refund?.id ?? '', refunded: true, seen: 'Back-office', pin: '2580' })
}

/** The PIN is asked above the screen, wherever the station wants one.
 *
 * @param {Screen} screen
 */
async function givesPin(screen) {
  await screen.sees(screen.page.getByRole('dialog'))
  await screen.page.keyboard.type('2580')
  await screen.page.keyboard.press('Enter')
}

/** @param {number} minor */
function euros(minor) {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(minor / 100).replaceAll(/\s/g, '.')
}

/** As it is found in a text whose spaces were made plain.
 *
 * @param {number} minor
 */
function plainEuros(minor) {
  return (minor / 100).toFixed(2).replace('.', ',')
}
