// What goes wrong in a workshop: each shows one clear sentence in French, and
// nothing is lost.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isClosed, job, untilCase } from './rig/job.mjs'
import { giant, picture } from './rig/photo.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** Milliseconds. A message left in doubt is looked for half a minute later at the earliest. */
const longEnough = 90_000

/** Files that are no photo, whatever they are called. */
const badPhotos = [
  { is: 'a text', file: { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Bonjour, ceci est une note.') }, says: 'Ce fichier n’est pas une photo' },
  { is: 'a photo cut short', file: { name: 'coupée.png', mimeType: 'image/png', buffer: picture(1).subarray(0, 400) }, says: 'Cette photo est abîmée ou incomplète' },
  { is: 'a photo of 200 megapixels', file: { name: 'géante.png', mimeType: 'image/png', buffer: giant() }, says: 'Cette photo compte 200 mégapixels' },
  { is: 'an empty file', file: { name: 'vide.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, says: 'Ce fichier est vide' },
]

test('a file that is no photo is refused with the reason, and the next photo is taken', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order_id: order } = await sandbox.open()
  const { id } = await pulled(station, order)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.sees(screen.button(/Accepter le retour/))
  for (const { is, file, says } of badPhotos) {
    await screen.choose('F4', [file])
    await screen.sees(screen.alert.getByText(says))
    await screen.button(/J’ai lu/).click()
    assert.equal((await station.cases.Get(id)).evidence.length, 0, `${is} became a photo`)
  }
  await screen.choose('F4', [{ name: 'bonne.png', mimeType: 'image/png', buffer: picture(2) }])
  await untilCase(station, id, 'has its photo', (view) => view.evidence.length === 1)
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

test('a code that belongs to nothing says so, and what can be done', async (t) => {
  const { station } = await openWorkshop(t)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan('ZZ-9876-XY')
  await screen.sees(screen.heading('Aucun dossier pour ce code'))
  await screen.sees(screen.button(/Ouvrir un colis inconnu/))
  await screen.press('Escape')
  await screen.sees(screen.heading('Scannez un colis'))
})

test('a marketplace that answers HTML is named, nothing is lost, and all of it leaves later', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order_id: order, imei } = await sandbox.open()
  const { id } = await pulled(station, order)
  await sandbox.fail({ mode: 'html403', path: '/ws/' })
  for (const step of job) {
    const returned = { id, imei, number: 1 }
    await step.send(station, randomUUID(), returned, await step.before?.(station, returned))
  }
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Envois' }).click()
  await screen.press('F9')
  await screen.sees(screen.alert.getByText('pare-feu'))
  await screen.sees(screen.link(/Hors ligne · .*en attente/))
  assert.equal((await sandbox.ledger()).filter(({ by }) => by === 'seller').length, 0)
  await sandbox.fail({ mode: 'none' })
  await screen.press('F9')
  await untilCase(station, id, 'is closed', isClosed, longEnough)
  assert.equal((await sandbox.ledger()).filter(({ kind }) => kind === 'refund').length, 1)
})
