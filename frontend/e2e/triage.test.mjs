// A request is answered before its parcel: the rules propose with their reasons, one key
// gives the proposed answer, and what waits for the customer is in plain sight.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { wordsAt } from './rig/paper.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { until } from './rig/until.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** @typedef {import('./rig/station.mjs').Station} Station */

/** @param {number} count */
function daysAgo(count) {
  return new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10)
}

/**
 * A request by hand, whose customer was delivered some days ago.
 *
 * @param {Station} station
 * @param {{claim: string, delivered: number, order?: string}} request
 */
function requested(station, { claim, delivered, order = 'B-1001' }) {
  return station.cases.Request(randomUUID(), {
    orderRef: order, lineRef: '', title: 'iPhone 13 128 Go Bleu', category: 'smartphone', imei: '', serial: '', paid: { minor: 34900, currency: 'EUR' },
    shipping: { minor: 490, currency: 'EUR' }, claim, wish: 'refund', text: 'L’écran clignote.', name: 'Inès Essai', email: 'ines@example.org', phone: '',
    street: '', postCode: '44000', city: 'Nantes', country: 'FR', language: 'fr', delivered: daysAgo(delivered),
  })
}

/**
 * A screen that shows a case.
 *
 * @param {import('node:test').TestContext} t
 * @param {Station} station
 * @param {string} id
 */
async function showing(t, station, id) {
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate((hash) => (window.location.hash = hash), `#/cases/${id}`)
  await screen.sees(screen.heading(/Demande|Accepter|Refuser|Décliner|Laisser|À vous/))
  return screen
}

test('a request that comes too late is declined in two keys, and told the path that stays open', async (t) => {
  const { station } = await openWorkshop(t)
  const { id } = await requested(station, { claim: 'change_of_mind', delivered: 60 })
  const screen = await showing(t, station, id)
  await screen.sees(screen.heading('Décliner la demande'))
  await screen.sees(screen.text('Hors des règles'))
  await assertAccessible(screen, 'a late request')
  await screen.press('F9')
  const words = screen.page.getByRole('textbox', { name: 'Vos mots au client' })
  await screen.sees(words)
  assert.match(await words.inputValue(), /garantie/, 'the other path is in the words that are ready')
  await screen.press('F9')
  await screen.sees(screen.heading('Demande refusée'))
  await screen.sees(screen.text('Dit au client'))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.stage, view.declineCode], ['declined', 'late'])
  assert.match(view.declineText, /garantie/)
})

test('a yes against the rules wants its reason', async (t) => {
  const { station } = await openWorkshop(t)
  const { id } = await requested(station, { claim: 'change_of_mind', delivered: 60 })
  const screen = await showing(t, station, id)
  await screen.button(/^Accepter/).click()
  await screen.page.getByRole('textbox', { name: 'Raison' }).fill('Client fidèle, geste commercial')
  await screen.press('F9')
  await screen.page.getByLabel('Code de Samira B.').fill('2580')
  await screen.press('F9')
  await screen.sees(screen.button(/Réceptionner le colis/))
  await screen.sees(screen.text('Client fidèle, geste commercial'))
  assert.equal((await station.cases.Get(id)).authorised?.proposed, 'decline')
})

test('a defect told after the exchange’s window asks the customer to choose, waits in plain sight, and goes on', async (t) => {
  const { station } = await openWorkshop(t)
  const { id, number } = await requested(station, { claim: 'defect', delivered: 10 })
  const screen = await showing(t, station, id)
  await screen.sees(screen.heading('Laisser choisir le client'))
  await screen.press('F9')
  await screen.sees(screen.heading('Poser un choix au client'))
  assert.match(await screen.page.getByRole('textbox', { name: 'Message au client' }).inputValue(), /rendre l’appareil.*réparer/s)
  await screen.press('F9')
  await screen.sees(screen.page.getByRole('region', { name: /attend le client/ }))

  // In the list, and on the tile of the start screen.
  await screen.go('Poste')
  await screen.sees(screen.text(/1 attend le client/))
  await screen.go('À faire')
  await screen.link(/Attend le client/).click()
  await screen.sees(screen.text(number))
  await assertAccessible(screen, 'the list of who waits')

  await screen.text(number).click()
  await screen.button('Il veut la réparation').click()
  await until('the case is about the guarantee', () => station.cases.Get(id), (view) => view.claim.kind === 'warranty' && !view.waits)
  await screen.sees(screen.heading('Demander une preuve'))
})

test('a proof is asked for, the photos come by themselves, and the return is accepted with a device kept', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const opened = await sandbox.open({ kind: 'defect', issue: 'SPEAKER_NOT_WORKING' })
  const { id, sale } = await pulled(station, opened.order_id)
  const screen = await showing(t, station, id)
  await screen.sees(screen.heading('Demander une preuve'))
  await screen.sees(screen.text('Aucun appareil équivalent en stock'))
  await screen.sees(screen.text('Défauts cochés : le haut-parleur ne fonctionne pas bien'))
  await screen.press('F9')
  await screen.press('F9')
  await screen.sees(screen.page.getByRole('region', { name: /attend le client/ }))

  await sandbox.control('POST', `folders/${opened.folder_id}/messages`, { text: 'Voici deux photos.', photos: 2 })
  await station.stock.Add(randomUUID(), {
    id: '', sku: sale?.sku ?? '', title: sale?.title ?? '', grade: 'premium', storage: '', colour: '', model: '', imei: '490154203237518', serial: '', bin: 'A-01', note: '', source: 'hand',
  })
  await station.sending.SyncNow()
  await screen.sees(screen.heading('Accepter le retour'))
  await screen.sees(screen.text('1 appareil équivalent en stock'))
  await screen.button('Réserver').click()
  await screen.sees(screen.text('Réservé pour ce client'))
  await assertAccessible(screen, 'a request with its proof')
  await screen.press('F9')
  await screen.sees(screen.button(/Réceptionner le colis/))
  await screen.sees(screen.text('Messagerie de la marketplace'))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.stage, view.proof.state, view.replacement?.imei], ['awaiting', 'photos', '490154203237518'])
})

test('an unknown delivery is found, entered with its source, and refused where it cannot be', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const opened = await sandbox.open({ kind: 'change_of_mind' })
  const { id, sale } = await pulled(station, opened.order_id)
  const screen = await showing(t, station, id)
  await screen.button('Indiquer la date').click()
  await screen.sees(screen.text('Ouvrir le suivi'))
  await screen.page.mouse.move(0, 0) // Away from the button that says why it cannot be pressed yet.
  await assertAccessible(screen, 'the correction of a date')
  const day = screen.page.getByRole('textbox', { name: 'Jour' })
  await screen.page.getByLabel('D’où vient cette date ?').fill('Suivi du transporteur')
  await day.fill(daysAgo(-3))
  await screen.press('F9')
  await screen.sees(screen.text(/dans le futur|pas encore/))
  await day.fill('2020-01-01')
  await screen.press('F9')
  await screen.sees(screen.text(/avant/))
  const delivered = new Date(Date.parse(sale?.soldAt.at ?? '') + 2 * 86_400_000).toISOString().slice(0, 10)
  await day.fill(delivered)
  await screen.page.getByLabel('Heure, si vous la connaissez').fill('14:05')
  await screen.press('F9')
  await screen.sees(screen.toast.getByText('Date corrigée'))
  await screen.button('Dates').click()
  await screen.sees(screen.text(/saisie à l’atelier · à la minute près/))
  await screen.sees(screen.text(/Corrigée par Samira B\..*Suivi du transporteur.*avant\s: inconnue/))
  await assertAccessible(screen, 'the dates of a case')
})

test('a parcel that will not come is marked lost, and a return that is given up is canceled', async (t) => {
  const { station } = await openWorkshop(t)
  const first = await requested(station, { claim: 'change_of_mind', delivered: 5 })
  await station.cases.Authorise(randomUUID(), first.id, { label: false, how: 'email', override: '', pin: '' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate((hash) => (window.location.hash = hash), `#/cases/${first.id}`)
  await screen.button('Colis perdu').click()
  await screen.page.getByRole('textbox', { name: 'Raison' }).fill('Suivi arrêté depuis trois semaines')
  await screen.press('F9')
  await until('the parcel is lost', () => station.cases.Get(first.id), (view) => view.stage === 'lost')
  await screen.go('À faire')
  await screen.link(/Perdus/).click()
  await screen.sees(screen.text(first.number))
})

test('the lists of a day are filtered by their chips, walked by keys, and printed', async (t) => {
  const { station } = await openWorkshop(t)
  const { number } = await requested(station, { claim: 'change_of_mind', delivered: 5 })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.go('À faire')
  await screen.sees(screen.text('D’abord les retards'))
  await screen.link(/À répondre/).click()
  await screen.sees(screen.text(number))
  await screen.sees(screen.text('Par heure de la demande'))
  await assertAccessible(screen, 'the worklist')
  await screen.press('F6')
  await screen.sees(screen.page.getByRole('dialog', { name: 'À répondre' }))
  const text = await wordsAt(station, '/media/lists/worklist?filter=to_answer')
  assert.match(text, /À répondre/)
  assert.match(text, new RegExp(number))
  assert.match(text, /Inès Essai/)
  assert.match(text, /Réponse sous 24 heures/)
})
