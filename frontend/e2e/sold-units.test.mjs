// What left with each order: taken in from the workshop's own files, however they
// were saved, and used when a device comes back.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { picks, tableFile } from './rig/books.mjs'
import { received, signedIn } from './rig/outcome.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const stranger = '490154203237518'

test('a file saved by an old spreadsheet is looked at, then taken whole', async (t) => {
  const { station } = await openWorkshop(t)
  await signedIn(station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.evaluate(() => (window.location.hash = '#/sold-units'))
  await screen.sees(screen.text('Aucun fichier pour l’instant.'))
  await assertAccessible(screen, 'the files of what left')

  await picks(screen, tableFile('photo.png', Buffer.from('89504e470d0a1a0a', 'hex')))
  await screen.sees(screen.alert.getByText('Ce fichier n’est pas un tableau.'))
  await screen.press('Escape')
  await picks(screen, tableFile('autre.csv', 'Client;Ville\nCamille;Lyon'))
  await screen.sees(screen.alert.getByText('Il manque une colonne : Commande. Ce fichier a les colonnes : Client, Ville.'))
  await screen.press('Escape')

  const bad = ['Commande;N° IMEI;Poids;Grade;Accessoires', '7001;356938035643808;350 g;bon;Câble', '7002;490154203237518;lourd;bon;', '7002;490154203237518;350 g;bon;', '7003;;350 g;bon;', '=cmd|calc;352099001761481;0,4 kg;parfait;', '7002;490154203237518;350 g;bon;']
  await picks(screen, tableFile('ventes.csv', Buffer.from(bad.join('\r\n'), 'latin1')))
  await screen.sees(screen.heading(/lignes à corriger/))
  await screen.sees(page.getByRole('row', { name: /^2 N° IMEI / }))
  await screen.sees(page.getByRole('row', { name: /^3 Poids ce n’est pas un poids/ }))
  await screen.sees(page.getByRole('row', { name: /^5 toute la ligne ni IMEI, ni numéro de série/ }))
  await screen.sees(page.getByRole('row', { name: /^6 Grade / }))
  await screen.sees(page.getByRole('row', { name: /^7 toute la ligne .* est déjà à la ligne 4/ }))
  await screen.sees(screen.text('1 ligne prête'))
  assert.equal(await screen.button(/^Prendre/).count(), 0)
  assert.deepEqual((await station.devices.SoldFiles()).files, [], 'a look was taken in')
  await assertAccessible(screen, 'a file with rows to mend')

  const good = ['Commande;N° IMEI;Poids;Grade;Accessoires;Fournisseur;N° de facture;Date de facture;Couleur', `7002;${stranger};352 g;Très bon état;Câble, boîte;Négoce & Cie;F-0042;21/10/2026;bleu`]
  await picks(screen, tableFile('ventes.csv', `\ufeff${good.join('\n')}`))
  await screen.sees(screen.text('Colonnes ignorées : Couleur'))
  await screen.sees(page.getByRole('row', { name: /2 7002 49 015420 323751 8 .*352 g Câble, boîte Négoce & Cie F-0042/ }))
  await screen.press('F9')
  await screen.sees(page.getByRole('table', { name: 'Fichiers déjà pris' }).getByRole('row', { name: /ventes\.csv .* Samira B\. 1/ }))
  await picks(screen, tableFile('ventes.csv', `\ufeff${good.join('\n')}`))
  await screen.sees(screen.text('Ce même fichier a déjà été pris'))
  await screen.sees(screen.text('1 appareil déjà connu, inchangé'))
  assert.deepEqual(screen.complaints, [])
})

test('a device that was sold on another order says so where it is read, and on its own page', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const file = await sentTable(station, `commande;imei;date de facture;facture\n7002;${stranger};21/10/2026;F-0042`)
  await station.devices.ImportSold(randomUUID(), file)
  const { order, number } = await received(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.scan(order)
  await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))
  await screen.scan(stranger)
  await screen.sees(screen.alert.getByText(/vendu sur une autre commande\. Commande 7002, mer\. 21\soct\. 2026/))
  await screen.link('Fiche de l’appareil').click()
  await screen.sees(page.getByRole('table', { name: 'Ventes' }).getByRole('row', { name: /7002 .*F-0042/ }))
  await screen.sees(page.getByRole('table', { name: 'Dossiers' }).getByRole('row', { name: new RegExp(`${number} trouvé dans le colis`) }))
  await assertAccessible(screen, 'the page of a device')
  assert.deepEqual(screen.complaints, [])
})

test('what the marketplace does not say, the workshop’s file does, and a third return is stated', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const first = await sandbox.open({ kind: 'change_of_mind' })
  const view = await pulled(station, first.order_id)
  const file = await sentTable(station, `order_id,imei,weight,accessories,invoice number\n${first.order_id},${first.imei},352 g,Chargeur / Câble,F-0099`)
  await station.devices.ImportSold(randomUUID(), file)
  const of = await station.devices.OfCase(view.id)
  assert.deepEqual([of.code, of.unit?.weight, of.unit?.accessories, of.unit?.invoice], [first.imei, 352, ['Chargeur', 'Câble'], 'F-0099'])
  for (let again = 0; again < 2; again++) {
    await station.cases.Request(randomUUID(), byHand(first.imei, `HAND-${again}`))
  }
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate((imei) => (window.location.hash = `#/device/${imei}`), first.imei)
  await screen.sees(screen.alert.getByText(/3 retours de cet appareil/))
  await screen.sees(screen.heading('Garantie'))
  await screen.scan(first.order_id)
  await screen.sees(screen.text(/3 retours de cet appareil/))
  await screen.sees(screen.text('Parti avec : Chargeur, Câble'))
  await screen.page.evaluate(() => (window.location.hash = '#/device/000'))
  await screen.sees(screen.alert.getByText('Rien n’est connu de l’appareil 000.'))
})

/**
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} table
 */
async function sentTable(station, table) {
  const answer = await station.ask('/media/tables?name=ventes.csv', { method: 'POST', body: new TextEncoder().encode(table) })
  const { id } = /** @type {{id: string}} */ (await answer.json())
  return id
}

/**
 * A request that somebody enters, of a device that was sold again.
 *
 * @param {string} imei
 * @param {string} order
 */
function byHand(imei, order) {
  return {
    orderRef: order, lineRef: '', title: 'iPhone 13', category: 'smartphone', imei, serial: '', paid: { minor: 20000, currency: 'EUR' }, shipping: { minor: 0, currency: 'EUR' },
    claim: 'change_of_mind', wish: 'refund', text: '', name: '', email: '', phone: '', street: '', postCode: '', city: '', country: 'FR', language: 'fr', delivered: '',
  }
}
