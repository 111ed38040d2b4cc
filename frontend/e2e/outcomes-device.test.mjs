// The outcomes by which a device moves (exchange, repair, refusal) and those by
// which it cannot be judged (empty box, wrong item, locked), each to its end on the
// station's own screens in French.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isClosed, untilCase } from './rig/job.mjs'
import { deciding, received, sevenViews, signedIn, stocked } from './rig/outcome.mjs'
import { paperOf } from './rig/paper.mjs'
import { picture } from './rig/photo.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { nadia, together, tom } from './rig/team.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const unit = '352099001761481'
const other = '490154203237518'
const tracking = '8R32794555539'

test('a defect is exchanged for a unit of the stock, and no other can be packed', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order } = await deciding(station, sandbox, 'defect')
  const view = await station.cases.Get(id)
  await stocked(station, view, { imei: unit })
  await stocked(station, view, { imei: other, title: 'iPhone 12 64 Go - Noir' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.sees(screen.heading('Échange'))
  await screen.sees(screen.text('emplacement BIN-E-07'))
  await screen.press('F9')

  await screen.sees(screen.heading('Emballer l’appareil de remplacement'))
  await screen.scan(other)
  await screen.sees(screen.page.getByRole('textbox', { name: 'Scanné ou saisi', description: 'pas le bon appareil' }))
  assert.equal((await station.cases.Get(id)).outbound.state, '')
  await screen.scan(unit)
  await screen.sees(screen.heading('Remettre le colis'))
  await screen.scan(tracking)
  await screen.sees(screen.heading('Ranger l’appareil'))
  await screen.answer('131')
  await screen.scan('BIN-A01')
  await station.sending.SyncNow()
  const closed = await untilCase(station, id, 'is closed', isClosed)
  assert.deepEqual([closed.decision?.outcome, closed.replacement?.imei, closed.outbound.tracking], ['exchange', unit, tracking])
  assert.deepEqual([closed.customerSettled, closed.devicePutAway], [true, true])
  assert.match(await paperOf(station, closed, 'delivery_note'), /35 209900 176148 1/)
  assert.equal((await station.stock.Unit(closed.replacement?.unit ?? '')).state, 'gone')
  assert.deepEqual(screen.complaints, [])
})

test('where the unit is not found any more, a total refund is proposed', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order } = await deciding(station, sandbox, 'defect')
  await stocked(station, await station.cases.Get(id), { imei: unit })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.sees(screen.heading('Échange'))
  await screen.press('F9')
  await screen.sees(screen.heading('Emballer l’appareil de remplacement'))
  await screen.button('Il n’y est pas').click()
  await screen.page.getByRole('textbox', { name: 'Raison' }).fill('Vitre cassée au rayon')
  await screen.press('F9')
  await screen.sees(screen.heading('Remboursement total'))
  await screen.sees(screen.text('L’échange prévu n’a pas pu se faire'))
  assert.equal((await station.cases.Get(id)).replacement, null)
})

test('a repair under warranty is begun, controlled by somebody else, sent back to the bench once, and goes home', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station)
  await station.people.SignInByBadge(tom.badge)
  const { id, order, number } = await deciding(station, sandbox, 'warranty')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Réparation'))
  await screen.press('F9')
  await screen.sees(screen.button(/Commencer la réparation/))
  await screen.press('F9')
  await screen.sees(screen.button(/Réparation finie/))
  await screen.press('F6')
  await screen.sees(screen.text('Pièces posées'))
  await screen.press('F9')
  await screen.sees(screen.heading('Contrôle qualité'))
  await screen.press('F9')
  await screen.sees(screen.alert)
  assert.equal((await station.cases.Get(id)).repair?.state, 'quality_control')
  await screen.button(/J’ai lu/).click()

  await screen.scan(nadia.badge)
  await screen.sees(screen.button(nadia.name))
  await screen.button('Non conforme').click()
  await page.getByRole('textbox', { name: 'Ce qui ne va pas' }).fill('La vitre bouge')
  await screen.press('F9')
  await screen.sees(screen.text('La vitre bouge'))
  await screen.press('F9')
  await screen.sees(screen.heading('Contrôle qualité'))
  await screen.press('F9')
  await screen.sees(screen.heading('Emballer l’appareil du client'))
  await screen.scan(number)
  await screen.sees(screen.heading('Remettre le colis'))
  await screen.scan(tracking)
  await station.sending.SyncNow()
  const closed = await untilCase(station, id, 'is closed', isClosed)
  assert.deepEqual([closed.repair?.technician, closed.repair?.controller, closed.repair?.fails], [tom.name, nadia.name, 1])
  assert.equal(closed.place, 'with_customer')
  const report = await paperOf(station, closed, 'repair_report')
  assert.match(report, new RegExp(nadia.name))
})

test('a refusal waits for its photos, and then for a second person', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station)
  await station.people.SignInByBadge(tom.badge)
  const { id, order, number } = await deciding(station, sandbox, 'warranty', { 'COM-22': { answer: 'ko', defect: 'DMG-02' } })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Refuser et renvoyer'))
  await screen.sees(screen.text('Oxydation constatée'))
  await screen.press('F9')
  await screen.sees(page.getByRole('radio', { name: /Oxydation/, checked: true }))
  const words = page.getByRole('textbox', { name: 'Vos mots au client' })
  assert.match(await words.inputValue(), new RegExp(number))
  await screen.sees(screen.text('Il manque 7 photos'))
  await sevenViews(station, id)
  await screen.text('Il manque').waitFor({ state: 'detached' })
  await screen.press('F9')
  await givesPin(screen, tom.pin)
  await screen.sees(screen.heading('En attente d’une seconde personne'))
  assert.equal((await station.cases.Get(id)).documents.some(({ kind }) => kind === 'refusal_letter'), false)

  await screen.scan(nadia.badge)
  await screen.sees(screen.button(nadia.name))
  await screen.button('Approuver').click()
  await givesPin(screen, nadia.pin)
  await screen.sees(screen.heading('Emballer l’appareil du client'))
  await screen.scan(number)
  await screen.sees(screen.heading('Remettre le colis'))
  await screen.button('Remis au comptoir').click()
  await station.sending.SyncNow()
  const closed = await untilCase(station, id, 'is closed', isClosed)
  assert.deepEqual([closed.decision?.by, closed.decision?.second, closed.outbound.tracking], [tom.name, nadia.name, ''])
  assert.match(await paperOf(station, closed, 'refusal_letter'), /oxydation/i)
})

test('an empty box is photographed, protested to the carrier, and put on hold', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, number } = await received(station, sandbox, 'defect')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(number)
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await stops(screen, '1', 2)
  await screen.arrives('Suspendre le dossier')
  await screen.sees(screen.text('Transporteur à prévenir avant la fin du'))
  await screen.press('F3')
  await screen.button('Faire la lettre').waitFor({ state: 'detached' })
  await screen.press('F9', 'F9')
  await screen.sees(screen.text(/Suspendu depuis/))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.place, view.hold?.code, view.proposal?.row], ['no_device', 'doubt', 'D11'])
  assert.match(await paperOf(station, view, 'carrier_protest'), /L133-3|L\. 133-3/)
  within(t, screen, { scans: 2, keys: 8, photos: 4, screens: 3 })
})

test('another article is held until somebody has looked into it', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, number } = await received(station, sandbox, 'defect')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(number)
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await stops(screen, '2', 3)
  await screen.arrives('Suspendre le dossier')
  await screen.sees(screen.text('Autre article que celui vendu'))
  await screen.press('F9', 'F9')
  await screen.sees(screen.text(/Suspendu depuis/))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.hold?.code, view.proposal?.row], ['identity', 'D10'])
  within(t, screen, { scans: 2, keys: 12, photos: 9, screens: 3 })
})

test('a locked device waits for its owner, is unlocked, and looked at again', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, number, imei } = await received(station, sandbox, 'defect')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(number)
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await screen.scan(imei)
  await screen.sees(screen.button(/réponses manquent/))
  await stops(screen, '5', 1)
  await screen.arrives('Attendre le client')
  await screen.press('F9')
  await screen.sees(screen.page.getByRole('dialog').getByRole('heading', { name: 'Demander au client' }))
  await screen.press('F9')
  await screen.sees(screen.text('On attend le client.'))
  within(t, screen, { scans: 2, keys: 12, photos: 9, screens: 3 })
  assert.equal((await station.cases.Get(id)).waits, true)

  await screen.button('C’est déverrouillé').click()
  await screen.text('On attend le client.').waitFor({ state: 'detached' })
  await screen.button('Réinspecter').click()
  await screen.press('F9')
  await screen.sees(screen.button(/réponses manquent/))
  assert.equal((await station.cases.Get(id)).inspection?.revision, 2)
})

/**
 * Ends the inspection for a finding, with the photos that it needs.
 *
 * @param {Screen} screen
 * @param {string} digit Of the finding.
 * @param {number} photos
 */
async function stops(screen, digit, photos) {
  await screen.button(/Constat bloquant/).click()
  screen.count.keys++
  await screen.sees(screen.page.getByRole('dialog').getByRole('heading', { name: 'Constat bloquant' }))
  await screen.press(digit)
  for (let taken = 0; taken < photos; taken++) {
    await screen.sees(screen.button(/^Ajouter : /))
    const asked = ((await screen.button(/^Ajouter : /).textContent()) ?? '').replace(/F4$/, '')
    await screen.choose('F4', [{ name: 'vue.png', mimeType: 'image/png', buffer: picture(300 + taken) }])
    await screen.page.getByRole('button', { name: asked }).waitFor({ state: 'detached' })
  }
  await screen.sees(screen.button(/Arrêter et décider/))
  await screen.press('F9')
}

/**
 * @param {Screen} screen
 * @param {string} pin
 */
async function givesPin(screen, pin) {
  await screen.sees(screen.page.getByRole('dialog'))
  await screen.page.keyboard.type(pin)
  await screen.page.keyboard.press('Enter')
}

/**
 * What a person did, from the start screen on, is no more than was aimed at.
 *
 * @param {import('node:test').TestContext} t
 * @param {Screen} screen
 * @param {Screen['count']} most
 */
function within(t, { count }, most) {
  t.diagnostic(`${count.scans} scans, ${count.keys} keys, ${count.photos} photos, ${count.screens} screens`)
  for (const what of /** @type {const} */ (['scans', 'keys', 'photos', 'screens'])) assert.ok(count[what] <= most[what], `${count[what]} ${what}`)
}
