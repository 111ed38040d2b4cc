// A van of forty parcels, unloaded with nothing but the scanner: what is not clear
// is set aside and asked at the end.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { assertAccessible } from './rig/axe.mjs'
import { firstCases } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { until } from './rig/until.mjs'
import { openWorkshop, search } from './rig/workshop.mjs'

const run = promisify(execFile)

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/**
 * Parcels that are on their way, by the tracking numbers on their labels.
 *
 * @param {import('./rig/sandbox.mjs').Sandbox} sandbox
 * @param {import('./rig/station.mjs').Station} station
 * @param {number} count
 */
async function onTheWay(sandbox, station, count) {
  const opened = []
  for (let i = 0; i < count; i++) opened.push(await sandbox.open({ kind: ['defect', 'change_of_mind', 'warranty'][i % 3] ?? 'defect' }))
  await station.sending.SyncNow()
  for (const { return_tracking: tracking } of opened) {
    await until('a request is pulled and its label read', () => search(station, tracking), (rows) => rows.length > 0, 60_000)
  }
  return opened
}

/**
 * The line of a scan, once the station has answered it.
 *
 * @param {Screen} screen
 * @param {string} words
 * @param {number} [nth]
 */
function line(screen, words, nth = 0) {
  return screen.page.getByRole('list', { name: 'Colis scannés' }).getByRole('listitem').filter({ hasText: words }).nth(nth)
}

/**
 * @param {Screen} screen
 * @param {string} what
 */
async function counted(screen, what) {
  return Number(await screen.page.getByText(what, { exact: true }).locator('xpath=following-sibling::dd').innerText())
}

test('forty parcels are received by scan, label, next', { timeout: 300_000 }, async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await firstCases(station)
  const parcels = await onTheWay(sandbox, station, 40)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.press('F4')
  await screen.arrives('Scannez les colis l’un après l’autre')
  await screen.focusNothing()

  const began = Date.now()
  const before = { ...screen.count }
  for (const { return_tracking: tracking } of parcels) await screen.scan(tracking)
  const lines = screen.page.getByRole('list', { name: 'Colis scannés' }).getByRole('listitem')
  await until('forty are answered', () => lines.filter({ hasNotText: '…' }).count(), (n) => n === 40, 120_000)
  assert.deepEqual(await lines.filter({ hasNotText: /^reçu/ }).allInnerTexts(), [])
  assert.equal(await counted(screen, 'Reçus'), 40)
  const seconds = Math.round((Date.now() - began) / 1000)
  const { scans, keys, screens } = screen.count
  t.diagnostic(`forty parcels in ${seconds} s: ${scans - before.scans} scans, ${keys - before.keys} keys, ${screens - before.screens} screens`)
  assert.deepEqual({ scans: scans - before.scans, keys: keys - before.keys, screens: screens - before.screens }, { scans: 40, keys: 0, screens: 0 })
  assert.ok(seconds < 600, `${seconds} s`)

  for (const { order_id: order } of parcels) {
    const [row] = await search(station, String(order))
    assert.equal(row?.stage, 'received', `order ${order}`)
  }
  await screen.sees(line(screen, 'reçu'))
  await assertAccessible(screen, 'forty parcels')

  // One print does all labels, in the order in which the parcels came.
  await screen.press('F7')
  await screen.sees(screen.heading('40 étiquettes à coller'))
  const address = await screen.page.locator('iframe').getAttribute('src')
  const pdf = Buffer.from(await (await station.ask(address ?? '')).arrayBuffer())
  const file = join(station.dir, 'labels.pdf')
  await writeFile(file, pdf)
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  const printed = [...stdout.matchAll(/P03A-\d{6}-\w/g)].map(([number]) => number)
  const numbers = []
  for (const { order_id: order } of parcels) numbers.push((await search(station, String(order)))[0]?.number)
  assert.deepEqual([...new Set(printed)], numbers)
})

test('what is not clear is set aside without stopping, and asked at the end', { timeout: 180_000 }, async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await firstCases(station)
  const [first, second] = await onTheWay(sandbox, station, 2)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.evaluate(() => (window.location.hash = '#/burst'))
  await screen.sees(screen.heading('Scannez les colis l’un après l’autre'))
  await screen.focusNothing()
  await assertAccessible(screen, 'an empty van')

  await screen.scan(first?.return_tracking ?? '')
  await screen.scan('6A18420007341')
  await screen.scan(first?.return_tracking ?? '')
  await screen.scan('BIN-Q04')
  await screen.sees(line(screen, 'pas un colis'))
  await screen.sees(line(screen, 'mis de côté'))
  await screen.sees(line(screen, 'déjà reçu'))
  assert.deepEqual([await counted(screen, 'Reçus'), await counted(screen, 'Mis de côté'), await counted(screen, 'Déjà reçus')], [1, 1, 1])

  // Another device in the parcel of nobody: its IMEI is scanned, and it shares the number.
  await screen.press('F6')
  await screen.sees(screen.heading(/Scannez l’autre appareil du colis/))
  await screen.scan(second?.imei ?? '')
  await until('it is received', () => counted(screen, 'Reçus'), (n) => n === 2)
  const [other] = await search(station, second?.imei ?? '')
  assert.equal((await station.cases.Get(other?.id ?? '')).stage, 'received')
  const shared = await station.desk.Scan('6A18420007341')
  assert.equal(shared.cases.length, 2)

  // The last is taken back, and the case waits again.
  await screen.press('Control+z')
  await screen.sees(line(screen, 'annulé'))
  assert.equal((await station.cases.Get(other?.id ?? '')).stage, 'requested')

  // The van came this morning: said once, for all that follow.
  await screen.press('F4')
  await screen.sees(screen.heading('Quand le camion est-il arrivé ?'))
  const at = new Date(Date.now() - 3_600_000)
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
  await page.getByLabel('Arrivés le').fill(clock)
  await screen.press('F9')
  await screen.sees(screen.text('Dites pourquoi le colis est arrivé plus tôt que le scan.'))
  await page.getByLabel('Pourquoi plus tôt que le scan').fill('Camion déchargé ce matin')
  await screen.press('F9')
  await screen.sees(screen.text(/^Arrivée\s:/))
  await screen.focusNothing()
  await screen.scan(second?.return_tracking ?? '')
  await until('it is received', () => counted(screen, 'Reçus'), (n) => n === 2)
  const view = await station.cases.Get(other?.id ?? '')
  assert.equal(view.reception?.reason, 'Camion déchargé ce matin')
  assert.ok(new Date(view.reception.arrived.at) < new Date(view.reception.loggedAt))

  // A reload loses nothing of the van, and the end says what is to be looked at.
  await page.reload()
  await screen.sees(line(screen, 'mis de côté'))
  await screen.press('F9')
  await screen.sees(screen.heading('3 colis reçus'))
  await screen.sees(page.getByRole('list', { name: 'Mis de côté' }).getByText('6A18420007341'))
  await assertAccessible(screen, 'the end of a van')
  assert.deepEqual(screen.complaints, [])
})
