// The main job at the packing station, in French, on the station's own screens: all
// of it with the line out, and then the line comes back.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { checkExchange } from './rig/exchange.mjs'
import { isClosed, untilCase, yes } from './rig/job.mjs'
import { picture } from './rig/photo.mjs'
import { chargingCase, firstCases } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a defect is received, inspected, refunded and put away offline, and settled once the line is back', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id, number, order, line, imei } = await chargingCase(station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await sandbox.stop()

  // From the start screen, with nothing focused, the request is found and accepted.
  await screen.sees(screen.heading('Scannez un colis'))
  await screen.focusNothing()
  await screen.scan(order)
  await screen.arrivesAt(screen.button(/Accepter le retour/))
  await screen.sees(screen.text('le téléphone ne charge plus depuis hier'))
  await screen.press('F9')
  await screen.arrivesAt(screen.button(/Réceptionner le colis/))
  await screen.sees(screen.link(/Hors ligne · 1 en attente/))

  // The parcel arrives with the return slip on it.
  await screen.go('Poste')
  await screen.arrives('Scannez un colis')
  await screen.scan(number)
  await screen.arrivesAt(screen.button(/Réceptionner le colis/))
  await screen.press('F9')
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await screen.scan(imei)

  // The checks: everything is well but the one fault that the customer told.
  await screen.arrivesAt(screen.button(/8 réponses manquent/))
  await screen.answer('11111112')
  await screen.sees(screen.button(/1 photo manque/))
  await screen.choose('F4', [png('charge.png', 1)])
  await screen.sees(screen.button(/Terminer les contrôles/))
  await screen.give('paste', png('collée.png', 2))
  await screen.sees(screen.text('2 photos'))
  await screen.give('drop', png('déposée.png', 3))
  await screen.sees(screen.text('3 photos'))
  await screen.press('F6')
  await screen.button('Tout OK').waitFor({ state: 'detached' })
  await screen.press('F9')

  // The decision, with the proposal, its reasons and one confirmation.
  await screen.arrivesAt(screen.button(/Rembourser 249,50 €/))
  await screen.sees(screen.text('Défaut constaté'))
  await screen.press('F9')
  await screen.sees(screen.heading('Rembourser 249,50 € ?'))
  await screen.press('F9')
  await screen.arrivesAt(screen.button(/^Ranger/))
  await screen.sees(screen.text('A-2026-P03A-000001'))

  // The device goes into a bin.
  await screen.answer('131')
  await screen.scan('BIN-A01')
  await screen.sees(screen.text('Appareil rangé'))
  await screen.sees(screen.link(/Hors ligne · 4 en attente/))

  const { scans, keys, screens, photos } = screen.count
  t.diagnostic(`${scans} scans, ${keys} keys, ${screens} screens, ${photos} photos`)
  assert.ok(scans <= 5, `${scans} scans`)
  assert.ok(keys <= 25, `${keys} keys`)
  assert.ok(screens <= 8, `${screens} screens`)
  assert.equal((await station.cases.Get(id)).refunds[0]?.state, 'approved')

  // The line comes back: everything leaves, in order, once.
  await sandbox.start()
  await screen.go('Envois')
  await screen.sees(screen.heading('4 envois en attente'))
  await screen.press('F9')
  await untilCase(station, id, 'is closed', isClosed)
  await screen.sees(screen.text('Tout est parti.'))
  await screen.sees(screen.link(/En ligne · 0 en attente/))
  await screen.link('Poste').click()
  await screen.scan(number)
  await screen.sees(screen.heading('Dossier clos'))
  await screen.sees(screen.text('R-2026-P03A-000001'))

  const sent = (await sandbox.ledger()).filter((entry) => entry.by === 'seller')
  const told = sent.filter(({ kind }) => kind === 'message').map(({ attachments = [] }) => attachments.map(({ name }) => name))
  const papers = told.filter((names) => names.every((name) => name.endsWith('.pdf')))
  assert.deepEqual(papers, [['return_slip.pdf'], ['A-2026-P03A-000001.pdf'], ['R-2026-P03A-000001.pdf']])
  assert.deepEqual(told.filter((names) => !papers.includes(names)).map(({ length }) => length), [3], 'messages with photos')
  const kinds = sent.map(({ kind, attachments }) => (kind === 'refund' ? kind : attachments?.[0]?.name))
  assert.ok(kinds.indexOf('refund') < kinds.indexOf('R-2026-P03A-000001.pdf'), 'the receipt left before the refund')
  await checkExchange(station, sandbox, [{ id, line }])
  assert.deepEqual(screen.complaints, [])
  assert.equal(await page.getByRole('alert').count(), 0)
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

test('a parcel that nobody knows is opened on the spot and tied to the case that waits for it', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order_id: order } = await sandbox.open()
  const { id, number, sale } = await pulled(station, order)
  await station.cases.Authorise(randomUUID(), id, yes)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())

  await screen.scan('6A12345678901')
  await screen.sees(screen.heading('Aucun dossier pour ce code'))
  await screen.press('F9')
  await screen.sees(screen.heading('Ouvrez le colis et scannez ce qu’il contient'))
  await screen.sees(screen.text('6A12345678901'))

  await screen.scan(sale?.imei ?? '')
  await screen.sees(screen.heading('Rattacher le colis ?'))
  await screen.press('F9')
  await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))
  await screen.sees(screen.heading(number))
  const view = await station.cases.Get(id)
  assert.equal(view.stage, 'received')
  assert.equal(view.returnTracking, '6A12345678901')
})

test('a parcel that nobody knows becomes the return of an order that never asked for one', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order, title } = await soldWithoutCase(sandbox, station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())

  await screen.scan('6A12345678902')
  await screen.sees(screen.heading('Aucun dossier pour ce code'))
  await screen.press('F9')
  await screen.sees(screen.heading('Ouvrez le colis et scannez ce qu’il contient'))
  await screen.scan(order)
  await screen.sees(screen.heading('Rattacher le colis ?'))
  await screen.press('F9')
  await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))
  await screen.sees(screen.text(title))
})

/**
 * @param {string} name
 * @param {number} number
 */
function png(name, number) {
  return { name, mimeType: 'image/png', buffer: picture(number) }
}

/**
 * An order that was shipped, and that no customer asked anything about.
 *
 * @param {import('./rig/sandbox.mjs').Sandbox} sandbox
 * @param {import('./rig/station.mjs').Station} station
 */
async function soldWithoutCase(sandbox, station) {
  const asked = new Set((await firstCases(station)).map(({ sale }) => sale?.orderRef))
  const shipped = 3
  const order = (await sandbox.orders()).find(
    ({ order_id: id, orderlines: [line, ...others] }) => !asked.has(String(id)) && others.length === 0 && line?.state === shipped && line.imei !== '',
  )
  if (order?.orderlines[0] === undefined) throw new Error('every order of the sandbox has a case')
  return { order: order.order_id, title: order.orderlines[0].product }
}
