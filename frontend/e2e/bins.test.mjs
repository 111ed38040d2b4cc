// Where is it? A bin, a device: done. And the round that puts away what is decided.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { assertAccessible } from './rig/axe.mjs'
import { answers, total } from './rig/job.mjs'
import { picture } from './rig/photo.mjs'
import { chargingCase } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

const run = promisify(execFile)

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/**
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} path
 */
async function printed(station, path) {
  const file = join(station.dir, 'page.pdf')
  await writeFile(file, Buffer.from(await (await station.ask(path)).arrayBuffer()))
  return (await run('pdftotext', ['-layout', file, '-'])).stdout
}

/**
 * A device that is refunded and lies in quarantine.
 *
 * @param {import('./rig/station.mjs').Station} station
 */
async function decided(station) {
  const found = await chargingCase(station)
  const { id, imei } = found
  await station.cases.Receive(randomUUID(), id, { arrived: '', reason: '', code: imei })
  await station.cases.ReadIdentity(randomUUID(), id, { imei, serial: '', unreadable: false })
  let view = await station.cases.RecordChecks(randomUUID(), id, answers(await station.cases.Get(id)))
  const photo = await station.addPhoto(picture(1))
  await station.cases.AddEvidence(randomUUID(), id, { photos: [photo], check: view.inspection?.missingPhotos[0] ?? '', view: '', source: 'file' })
  view = await station.cases.CompleteInspection(randomUUID(), id)
  await station.cases.DecideFullRefund(randomUUID(), id, { expected: total(view), override: '', proof: '', pin: '' })
  return found
}

test('bins are named in the settings, their labels printed, and a device is laid down by two scans', async (t) => {
  const { station } = await openWorkshop(t)
  const { id, number, imei } = await chargingCase(station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.evaluate(() => (window.location.hash = '#/settings/bins'))
  await screen.sees(screen.heading('Ajouter un emplacement'))
  await page.getByLabel('Code').fill('OP-SAMIRA')
  await screen.press('F9')
  await screen.sees(screen.text(/n’est ni un dossier ni un badge/))
  await page.getByLabel('Code').fill('q04')
  await page.getByLabel('Nom').fill('Quarantaine, étagère 4')
  await page.getByRole('combobox', { name: 'Zone' }).click()
  await page.getByRole('option', { name: 'Quarantaine' }).click()
  await screen.press('F9')
  await screen.sees(screen.link('BIN-Q04'))
  await assertAccessible(screen, 'bins in the settings')
  assert.match(await printed(station, '/media/labels/bins'), /BIN-Q04[\s\S]*Quarantaine, étagère 4/)
  await station.stock.SaveBin(randomUUID(), { code: 'A01', place: 'stock', words: 'Étagère A' })

  // The bin, then the device: refused with its sentence while it has not come.
  await page.evaluate(() => (window.location.hash = '#/'))
  await screen.sees(screen.heading('Scannez un colis'))
  await screen.focusNothing()
  await screen.scan('BIN-Q04')
  await screen.sees(screen.text(/Scannez un appareil\s: il est rangé ici/))
  await screen.scan(imei)
  await screen.sees(page.getByRole('listitem').filter({ hasText: 'n’est pas à l’atelier' }))
  await station.cases.Receive(randomUUID(), id, { arrived: '', reason: '', code: imei })
  await screen.scan(number)
  await screen.sees(page.getByRole('listitem').filter({ hasText: 'rangé ici' }))
  await screen.sees(page.getByRole('table', { name: 'Appareils de dossiers' }).getByText(number))
  await assertAccessible(screen, 'a bin')
  assert.deepEqual((({ place, bin }) => ({ place, bin }))(await station.cases.Get(id)), { place: 'quarantine', bin: 'BIN-Q04' })

  // The gate of the stock speaks next to what was scanned.
  await screen.scan('BIN-A01')
  await screen.sees(screen.heading('BIN-A01'))
  await screen.scan(imei)
  await screen.sees(page.getByRole('listitem').filter({ hasText: 'ne peut être rangé qu’après la décision' }))

  // The device first, then a bin, from its own page; and its page says where it is.
  await screen.press('Escape')
  await screen.sees(screen.heading('Scannez un colis'))
  await screen.scan(number)
  await screen.sees(screen.text('BIN-Q04'))
  assert.deepEqual(screen.complaints, [])
})

test('a round: a device, one key each, its bin', async (t) => {
  const { station } = await openWorkshop(t)
  const { id, number, imei } = await decided(station)
  await station.stock.SaveBin(randomUUID(), { code: 'A01', place: 'stock', words: 'Étagère A' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.getByRole('link', { name: /À ranger/ }).click()
  await screen.sees(page.getByRole('table', { name: 'À ranger' }).getByText(number))
  await screen.sees(page.getByRole('table', { name: 'À ranger' }).getByText('à effacer'))
  await assertAccessible(screen, 'the round')
  const list = await printed(station, '/media/lists/put-away')
  assert.match(list, /À ranger/)
  assert.match(list, new RegExp(number))
  assert.match(list, /BIN-A01/)

  await screen.focusNothing()
  const before = { ...screen.count }
  await screen.scan(imei)
  await screen.sees(screen.heading('Répondez, puis scannez l’emplacement'))
  await assertAccessible(screen, 'a device in hand')
  await screen.answer('13')
  await screen.sees(screen.heading('Scannez l’emplacement'))
  await screen.scan('BIN-A01')
  await screen.sees(screen.text('Rien à ranger'))
  const { scans, keys } = screen.count
  assert.deepEqual({ scans: scans - before.scans, keys: keys - before.keys }, { scans: 2, keys: 2 })
  const view = await station.cases.Get(id)
  assert.deepEqual([view.place, view.bin, view.wipe.state, view.grade, view.devicePutAway], ['stock', 'BIN-A01', 'done', 'good', true])

  // It lies there: the bin's screen shows it.
  await page.evaluate(() => (window.location.hash = '#/bins/BIN-A01'))
  await screen.sees(page.getByRole('table', { name: 'Appareils de dossiers' }).getByText(number))
  assert.deepEqual(screen.complaints, [])
})
