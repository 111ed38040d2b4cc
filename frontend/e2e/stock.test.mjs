// The replacement stock: by hand, by scan, by file; and a unit that is the wrong one.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { chargingCase } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const imeis = ['353012109876548', '356938035643809', '490154203237518']

/**
 * @param {string} name
 * @param {string | Buffer} content
 */
const csv = (name, content) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

test('units are added by hand and by scan, found, corrected, withdrawn and taken back', async (t) => {
  const { station } = await openWorkshop(t)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.go('Stock')
  await screen.sees(screen.text('Aucun appareil de remplacement ici'))
  await assertAccessible(screen, 'an empty stock')
  await screen.press('F7')
  await screen.sees(screen.heading('Nouvel appareil de remplacement'))
  await screen.press('F9')
  await screen.sees(screen.text('Indiquez l’appareil, comme sur son annonce.'))
  await page.getByLabel(/Désignation/).fill('iPhone 13 128 Go Minuit')
  await screen.sees(screen.text('midnight'))
  await page.getByRole('radio', { name: 'Très bon' }).check({ force: true })
  await page.getByLabel('IMEI').fill('353012109876547')
  await screen.press('F9')
  await screen.sees(screen.text(/IMEI/))
  await page.getByLabel('IMEI').fill(imeis[0] ?? '')
  await assertAccessible(screen, 'a unit by hand')
  await screen.press('F9')
  await screen.sees(page.getByRole('table', { name: 'Remplacements' }).getByText('iPhone 13 128 Go Minuit'))

  // One description, then one scan each; the same twice is said.
  await screen.press('F9')
  await screen.sees(screen.text('Indiquez d’abord la désignation et le grade'))
  await page.getByLabel(/Désignation/).fill('iPhone 13 128 Go Bleu')
  await page.getByRole('radio', { name: 'Correct' }).check({ force: true })
  await screen.sees(screen.text('Scannez un IMEI ou un n° de série'))
  await screen.focusNothing()
  await screen.scan('BIN-A01')
  await screen.scan(imeis[1] ?? '')
  await screen.scan(imeis[2] ?? '')
  await screen.sees(screen.text('2 appareils ajoutés'))
  await screen.scan(imeis[0] ?? '')
  await screen.sees(page.getByRole('listitem').filter({ hasText: /porte déjà le numéro/ }))
  await assertAccessible(screen, 'units by scan')
  const { rows } = await station.stock.Units({ state: '', grade: '', text: '', offset: 0, limit: 10 })
  assert.deepEqual(rows.map(({ imei, bin, colour, storage, source }) => [imei, bin, colour, storage, source]), [
    [imeis[2], 'BIN-A01', 'blue', '128 Go', 'scan'], [imeis[1], 'BIN-A01', 'blue', '128 Go', 'scan'], [imeis[0], '', 'midnight', '128 Go', 'hand'],
  ])

  // A scan of one opens it; it is withdrawn with a reason, and taken back.
  await page.evaluate(() => (window.location.hash = '#/stock'))
  await screen.sees(page.getByRole('table', { name: 'Remplacements' }))
  await screen.focusNothing()
  await screen.scan(imeis[1] ?? '')
  await screen.sees(screen.button(/Retirer du stock/))
  await screen.press('F8')
  await screen.press('F9')
  await screen.sees(screen.text('Dites pourquoi l’appareil sort du stock.'))
  await page.getByLabel(/Pourquoi/).fill('Écran rayé')
  await screen.press('F9')
  await screen.sees(screen.button(/Remettre en stock/))
  await screen.press('Control+z')
  await screen.sees(screen.button(/Retirer du stock/))
  assert.deepEqual(screen.complaints, [])
})

test('a file is shown row by row before anything is written, and taken once, whole or not at all', async (t) => {
  const { station } = await openWorkshop(t)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  const stock = async () => (await station.stock.Units({ state: '', grade: '', text: '', offset: 0, limit: 10 })).total
  await page.evaluate(() => (window.location.hash = '#/stock/import'))
  await screen.sees(screen.text(/Rien n’est ajouté avant votre confirmation/))
  await page.locator('input[type=file]').setInputFiles(csv('ventes.csv', 'Commande;Montant\r\n1;2\r\n'))
  await screen.sees(page.getByRole('alert').filter({ hasText: /Il manque 2 colonnes\s: Désignation, Grade/ }))
  await assertAccessible(screen, 'a file with wrong columns')

  await page.locator('input[type=file]').setInputFiles(csv('bad.csv', `\ufeffDésignation;Grade;IMEI;Prix\r\niPhone 13;Bon;${imeis[0]};12\r\niPhone 13;A;${imeis[1]};12\r\niPhone 13;Bon;${imeis[0]};12\r\n"=HYPERLINK(""http://x"")";Bon;${imeis[2]};12\r\n`))
  await screen.sees(screen.text(/Ligne 3, colonne Grade\s: «\sA\s» n’est pas un grade/))
  await screen.sees(screen.text(/Ligne 4\s: .* est déjà à la ligne 2/))
  await screen.sees(screen.text(/Colonnes laissées de côté\s: Prix/))
  await screen.sees(page.getByRole('cell', { name: '=HYPERLINK("http://x")' }))
  await assertAccessible(screen, 'a file with bad rows')
  await screen.press('F9')
  assert.equal(await stock(), 0)

  const windows1252 = Buffer.from(`D\xe9signation;Grade;Num\xe9ro de s\xe9rie\r\nGalaxy S21 128 Go;Tr\xe8s bon;R5CN1234567\r\n`, 'latin1')
  await page.locator('input[type=file]').setInputFiles(csv('galaxy.csv', windows1252))
  await screen.sees(page.getByRole('cell', { name: 'Galaxy S21 128 Go' }))
  await screen.press('F9')
  await screen.sees(screen.text('1 appareil ajouté au stock'))
  assert.equal(await stock(), 1)

  await page.evaluate(() => (window.location.hash = '#/stock/import'))
  await screen.sees(screen.text(/Rien n’est ajouté avant votre confirmation/))
  await page.locator('input[type=file]').setInputFiles(csv('again.csv', windows1252))
  await screen.sees(page.getByRole('alert').filter({ hasText: /déjà été importé/ }))
  await screen.press('F9')
  assert.equal(await stock(), 1)
  assert.deepEqual(screen.complaints, [])
})

test('a reserved unit leads to its case, and the wrong unit is refused there', async (t) => {
  const { station } = await openWorkshop(t)
  const { id, number } = await chargingCase(station)
  const { sale } = await station.cases.Get(id)
  const unit = { id: '', sku: '', grade: 'premium', storage: '', colour: '', model: '', serial: '', bin: '', note: '', source: 'hand' }
  await station.stock.Add(randomUUID(), { ...unit, title: sale?.title ?? '', imei: imeis[0] ?? '' })
  await station.stock.Add(randomUUID(), { ...unit, title: 'Nokia 3310', imei: imeis[1] ?? '' })
  await assert.rejects(station.cases.ReserveReplacement(randomUUID(), id, { unit: '', code: imeis[1] ?? '', override: '', pin: '' }), /unit.mismatch/)
  await assert.rejects(station.cases.ReserveReplacement(randomUUID(), id, { unit: '', code: imeis[2] ?? '', override: '', pin: '' }), /unit_unknown/)
  await station.cases.ReserveReplacement(randomUUID(), id, { unit: '', code: imeis[0] ?? '', override: '', pin: '' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.focusNothing()
  await screen.scan(imeis[0] ?? '')
  await screen.sees(screen.text(`Réservé pour le dossier ${number}`))
  await assertAccessible(screen, 'a reserved unit')
  await screen.link('Ouvrir le dossier').click()
  await screen.sees(screen.heading(number))
  assert.deepEqual(screen.complaints, [])
})
