// The common cases within what they are meant to cost: scans, keys, photos and
// screens, from the start screen until the case is done.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { untilCase } from './rig/job.mjs'
import { pin, received, signedIn, stocked } from './rig/outcome.mjs'
import { picture } from './rig/photo.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { nadia, together, tom } from './rig/team.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const unit = '352099001761481'

test('a change of mind that waits at the bench: 2 scans, 15 keys, 5 photos, 4 screens', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, number, imei } = await received(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(number)
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await screen.scan(imei)
  await screen.arrivesAt(screen.button(/7 réponses manquent/))
  await screen.answer('1111111')
  await screen.sees(screen.button(/Terminer les contrôles/))
  await screen.press('F6')
  await screen.button('Tout OK').waitFor({ state: 'detached' })
  await screen.press('F9')
  await screen.arrives('Remboursement total')
  await screen.press('F9')
  await screen.sees(screen.heading(/^Rembourser .* \?$/))
  await screen.press('F9')
  await screen.arrives('Ranger l’appareil')
  await screen.answer('131')
  await screen.press('F9')
  await untilCase(station, id, 'is put away', (view) => view.devicePutAway)
  within(t, screen, { scans: 2, keys: 15, photos: 5, screens: 4 })
})

test('a defect with an exchange: 5 scans, 25 keys, 8 photos, 7 screens', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const { id, order, imei } = await awaited(station, sandbox, 'defect')
  await stocked(station, await station.cases.Get(id), { imei: unit })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await inspects(screen, order, imei, '11111112')
  await screen.arrives('Échange')
  await screen.press('F9')
  await screen.arrives('Emballer l’appareil de remplacement')
  await screen.scan(unit)
  await screen.arrives('Remettre le colis')
  await screen.scan('8R32794555539')
  await screen.arrives('Ranger l’appareil')
  await screen.answer('131')
  await screen.scan('BIN-A01')
  await untilCase(station, id, 'is put away', (view) => view.devicePutAway && view.outbound.state === 'handed_over')
  within(t, screen, { scans: 5, keys: 25, photos: 8, screens: 7 })
})

test('a repair under warranty: 5 scans, 35 keys, 8 photos, 8 screens', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station)
  await station.people.SignInByBadge(tom.badge)
  const { id, order, imei, number } = await awaited(station, sandbox, 'warranty')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.arrivesAt(screen.button(/Réceptionner le colis/))
  await screen.press('F9')
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await screen.scan(imei)
  await screen.arrivesAt(screen.button(/réponses manquent/))
  await answersAll(screen, station, id)
  await screen.arrives('Réparation')
  await screen.press('F9')
  await screen.arrives('Réparation')
  await screen.sees(screen.button(/Commencer la réparation/))
  await screen.press('F9')
  await screen.sees(screen.button(/Réparation finie/))
  await screen.press('F6')
  await screen.sees(screen.text('Pièces posées'))
  await screen.press('F9')
  await screen.sees(screen.heading('Contrôle qualité'))
  await screen.scan(nadia.badge)
  await screen.sees(screen.button(nadia.name))
  await screen.press('F9')
  await screen.arrives('Emballer l’appareil du client')
  await screen.scan(number)
  await screen.arrives('Remettre le colis')
  await screen.scan('8R32794555539')
  await untilCase(station, id, 'has left', (view) => view.outbound.state === 'handed_over')
  within(t, screen, { scans: 5, keys: 35, photos: 8, screens: 8 })
})

/**
 * A return that was accepted and is on its way.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {import('./rig/sandbox.mjs').Sandbox} sandbox
 * @param {string} kind
 */
async function awaited(station, sandbox, kind) {
  const { order_id: order, imei } = await sandbox.open({ kind })
  const { id, number } = await pulled(station, order)
  await station.cases.Authorise(randomUUID(), id, { label: false, how: '', override: 'Accord au téléphone', pin })
  return { id, order, imei, number }
}

/**
 * Receives, reads, and answers with the one fault that the customer told.
 *
 * @param {Screen} screen
 * @param {number} order
 * @param {string} imei
 * @param {string} digits
 */
async function inspects(screen, order, imei, digits) {
  await screen.scan(order)
  await screen.arrivesAt(screen.button(/Réceptionner le colis/))
  await screen.press('F9')
  await screen.arrives('Scannez l’IMEI de l’appareil')
  await screen.scan(imei)
  await screen.arrivesAt(screen.button(/réponses manquent/))
  await screen.answer(digits)
  await screen.choose('F4', [png(1)])
  await screen.sees(screen.button(/Terminer les contrôles/))
  await screen.press('F9')
}

/**
 * Answers what is asked, in its order: everything well, every photo that is wanted.
 *
 * @param {Screen} screen
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} id
 */
async function answersAll(screen, station, id) {
  const { inspection } = await station.cases.Get(id)
  const asked = (inspection?.checks ?? []).filter(({ mandatory }) => mandatory)
  for (const [i, { type, photo }] of asked.entries()) {
    if (type === 'measure') {
      await screen.sees(screen.page.getByRole('textbox', { name: /Mesure/ }))
      await screen.press('9', '0', 'Enter')
      await screen.page.getByRole('textbox', { name: /Mesure/ }).waitFor({ state: 'detached' })
    } else await screen.answer('1')
    if (photo === 'always') {
      await screen.press('ArrowUp')
      await screen.choose('F4', [png(10 + i)])
      await screen.sees(screen.page.getByText('1 photo', { exact: true }).nth(0))
      await screen.press('ArrowDown')
    }
  }
  await screen.sees(screen.button(/Terminer les contrôles/))
  await screen.press('F9')
}

/** @param {number} number */
function png(number) {
  return { name: 'photo.png', mimeType: 'image/png', buffer: picture(number) }
}

/**
 * What a person did is no more than was aimed at.
 *
 * @param {import('node:test').TestContext} t
 * @param {Screen} screen
 * @param {Screen['count']} most
 */
function within(t, { count }, most) {
  t.diagnostic(`${count.scans} scans, ${count.keys} keys, ${count.photos} photos, ${count.screens} screens`)
  for (const what of /** @type {const} */ (['scans', 'keys', 'photos', 'screens'])) assert.ok(count[what] <= most[what], `${count[what]} ${what}`)
}
