// What is held on a customer: found, seen, copied, and erased out of every file of the
// station, on its own screens.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { isClosed, job, untilCase } from './rig/job.mjs'
import { chargingCase } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { samira } from './rig/team.mjs'
import { traces } from './rig/traces.mjs'
import { until } from './rig/until.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/**
 * A return that was done to its end, and its customer.
 *
 * @param {import('./rig/station.mjs').Station} station
 */
async function ended(station) {
  const { id, number, imei } = await chargingCase(station)
  const { customer } = await station.cases.Get(id)
  const order = { id, imei, number: 1 }
  for (const step of job) await step.send(station, randomUUID(), order, await step.before?.(station, order))
  await untilCase(station, id, 'is closed', isClosed)
  await station.sending.SyncNow()
  return { id, number, customer, words: [customer.name, customer.email, customer.phone, customer.address[0] ?? ''] }
}

/**
 * The manager types their PIN.
 *
 * @param {Screen} screen
 */
async function signs(screen) {
  await screen.page.getByLabel(/Code/).fill(samira.pin)
  await screen.press('Enter')
}

test('a customer is found, seen and copied; erasing says what the law keeps, and open cases refuse', async (t) => {
  const { station } = await openWorkshop(t)
  const { id, number, customer } = await ended(station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())

  await screen.go('Réglages')
  await screen.link('Données personnelles').click()
  await screen.page.getByLabel('Chercher une personne').fill(customer.name.toUpperCase())
  await screen.sees(screen.link(new RegExp(customer.email)))
  await assertAccessible(screen, 'the search for a person')
  await screen.press('Enter')
  await screen.sees(screen.heading(`Ce qui est gardé de ${customer.name}`))
  await screen.sees(screen.text(customer.address[0] ?? ''))
  await screen.sees(screen.link(number))
  await assertAccessible(screen, 'what is held on a person')

  const download = screen.page.waitForEvent('download')
  await screen.link('Copie pour le client').click()
  assert.equal((await download).suggestedFilename(), `${number}.zip`)

  await screen.button(/Effacer ces données/).click()
  await screen.sees(screen.heading(`Effacer les données de ${customer.name} ?`))
  const { kept } = await station.privacy.Held(id)
  const year = new Date().getFullYear() + 10
  assert.deepEqual(kept.map(({ kind, until: day }) => [kind, day]), [['refund_notice', `${year}-12-31`], ['refund_receipt', `${year}-12-31`]])
  for (const { number: paper } of kept) await screen.sees(screen.text(paper))
  await screen.sees(screen.text('C. com. L123-22'))
  await screen.sees(screen.text('Les sauvegardes faites avant aujourd’hui'))
  await assertAccessible(screen, 'the question before an erasure')
  await screen.press('F9')
  await screen.sees(screen.page.getByLabel(/Code/))
  await signs(screen)
  await screen.sees(screen.toast.getByText('Les données du client sont effacées'))
  await screen.sees(screen.text('À la demande du client'))

  // The case goes on saying what happened, and that nobody is named any more.
  await screen.go('Poste')
  await screen.scan(number)
  await screen.sees(screen.text(/Client effacé le/))
  await screen.sees(screen.text('Effacé avec les données du client'))
  assert.equal(await screen.page.getByText(customer.name).count(), 0)
  const [row] = (await station.cases.List({ tile: '', stage: '', onHold: false, text: number, ended: true, offset: 0, limit: 5 })).rows
  assert.equal(row?.erased, true)
  assert.deepEqual(await station.privacy.Find(customer.email), [])

  // Somebody whose case is open stays, and the screen says which one.
  const open = await until('somebody has an open case', () => station.cases.List({ tile: '', stage: '', onHold: false, text: '', ended: false, offset: 0, limit: 1 }), ({ rows }) => rows.length > 0)
  await screen.page.evaluate((case_) => (window.location.hash = `#/settings/privacy/${case_}`), open.rows[0]?.id ?? '')
  await screen.sees(screen.text(`Le dossier ${open.rows[0]?.number} n’est pas terminé`))
  assert.equal(await screen.button(/Effacer ces données/).getAttribute('aria-disabled'), 'true')
  assert.deepEqual(screen.complaints, [])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})

test('after the retention no file of the station holds the name or the address, and it verifies', async (t) => {
  const { station } = await openWorkshop(t, { training: true })
  const { number, words } = await ended(station)
  const before = await traces(station.dir, words)
  for (const word of words) assert.ok(before.some((found) => found.startsWith(word)), `the search does not find ${word}: ${before.join(', ')}`)

  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate(() => (window.location.hash = '#/settings/privacy'))
  await screen.sees(screen.heading('Aucun dossier à effacer'))
  const later = new Date()
  later.setFullYear(later.getFullYear() + 12)
  await station.desk.SetClock(later.toISOString())
  await screen.sees(screen.heading(/^1 dossier à effacer · \d+ commandes sans retour/))
  await assertAccessible(screen, 'personal data with cases to erase')
  await screen.button('Effacer').click()
  await screen.sees(screen.heading('Effacer ce qui a passé la durée ?'))
  await screen.press('F9')
  await screen.sees(screen.page.getByLabel(/Code/))
  await signs(screen)
  await screen.sees(screen.heading('Aucun dossier à effacer'))
  await screen.sees(screen.text(/Fin de conservation · 1 dossier · \d+ commandes sans retour/))
  assert.deepEqual(await traces(station.dir, words), [])

  // What the marketplace still tells brings nobody back.
  await station.sending.SyncNow()
  await until('the station has pulled again', () => station.desk.Status(), ({ online }) => online)
  await station.stop()
  assert.deepEqual(await traces(station.dir, words), [])
  const { ok, findings } = await station.verify()
  assert.deepEqual(findings, [])
  assert.ok(ok)
  await station.start()
  const [row] = (await station.cases.List({ tile: '', stage: '', onHold: false, text: number, ended: true, offset: 0, limit: 5 })).rows
  assert.equal(row?.erased, true)
  assert.deepEqual(screen.complaints.filter((said) => !said.includes('ERR_')), [])
})
