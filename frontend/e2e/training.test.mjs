// Training: the whole job with a clock that people set, and nothing of it real.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { assertAccessible } from './rig/axe.mjs'
import { isClosed, job, untilCase, yes } from './rig/job.mjs'
import { chargingCase } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/**
 * The training's clock as its bar shows it.
 *
 * @param {Screen} screen
 */
async function clock(screen) {
  return new Date((await screen.page.locator('time').first().getAttribute('datetime')) ?? '')
}

/**
 * The words of each page of a document.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} url
 * @param {string} dir
 */
async function pages(station, url, dir) {
  const answer = await station.ask(url)
  assert.ok(answer.ok, `${url} answers ${answer.status}`)
  const file = join(dir, 'page.pdf')
  await writeFile(file, Buffer.from(await answer.arrayBuffer()))
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', file, '-'])
  return stdout.split('\f').slice(0, -1)
}

test('the whole job is done in training: every page is a specimen and no real number is taken', async (t) => {
  const { station, dir } = await openWorkshop(t, { training: true })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.sees(screen.page.getByRole('complementary', { name: 'Formation — rien n’est réel' }))
  await assertAccessible(screen, 'the start screen of a training')

  const { id, number, imei } = await chargingCase(station)
  assert.match(number, /^F01A-/)
  const order = { id, imei, number: 1 }
  for (const step of job) await step.send(station, randomUUID(), order, await step.before?.(station, order))
  const { documents } = await untilCase(station, id, 'is closed', isClosed)
  assert.ok(documents.length >= 4, `${documents.length} documents`)
  for (const document of documents) {
    const written = await pages(station, document.url, dir)
    assert.ok(written.length > 0)
    for (const page of written) assert.match(page, /spécimen/i, `${document.kind} is no specimen:\n${page}`)
    assert.ok(!document.numbered || /^[A-Z]-\d{4}-F01A-/.test(document.number), document.number)
  }
  for (const url of ['/media/handover', '/media/lists/worklist']) {
    for (const page of await pages(station, url, dir)) assert.match(page, /spécimen/i, url)
  }
  await screen.scan(number)
  await screen.sees(screen.heading('Dossier clos'))
  await screen.sees(screen.page.getByRole('complementary', { name: 'Formation — rien n’est réel' }))
  assert.deepEqual(screen.complaints, [])
})

test('a clock set forward makes a deadline late, and every screen follows', async (t) => {
  const { station } = await openWorkshop(t, { training: true })
  const { id, number } = await chargingCase(station)
  await station.cases.Authorise(randomUUID(), id, yes)
  await station.cases.Receive(randomUUID(), id, { arrived: '', reason: '', code: '' })
  const screen = await Screen.open(browser, station)
  const other = await Screen.open(browser, station)
  t.after(() => Promise.all([screen.close(), other.close()]))
  await screen.go('À traiter')
  await screen.sees(screen.text(number))
  const late = async () => (await station.cases.List({ tile: 'late', stage: '', onHold: false, text: '', ended: false, offset: 0, limit: 200 })).rows.map((row) => row.number)
  assert.ok(!(await late()).includes(number), 'it is late already')

  const began = await clock(screen)
  await screen.press('Control+h')
  await screen.sees(screen.heading('Horloge de la formation'))
  await assertAccessible(screen, 'the training’s clock')
  await screen.button('+ 1 jour').click()
  await screen.sees(screen.toast.getByText('L’horloge de la formation marque le'))
  await screen.button('+ 1 heure').click()
  for (let week = 0; week < 5; week++) {
    const from = await clock(screen)
    await screen.button('+ 1 semaine').click()
    await screen.page.waitForFunction((before) => new Date(document.querySelector('time')?.getAttribute('datetime') ?? '').getTime() - before > 6 * 86_400_000, from.getTime())
  }
  await screen.press('Escape')
  const moved = (await clock(screen)).getTime() - began.getTime()
  assert.ok(Math.abs(moved - (36 * 24 + 1) * 3_600_000) < 300_000, `the clock moved by ${moved / 3_600_000} h`)
  assert.ok((await late()).includes(number), 'it is not late')
  await screen.sees(screen.page.getByRole('row').or(screen.link(new RegExp(number))).filter({ hasText: /retard/ }).first())
  assert.ok(Math.abs((await clock(other)).getTime() - (await clock(screen)).getTime()) < 120_000, 'the other screen did not follow')
  assert.deepEqual(screen.complaints, [])
})

test('a clock set back by a year is said on the screen, and the journal keeps its order', async (t) => {
  const { station } = await openWorkshop(t, { training: true })
  const { id, number, imei } = await chargingCase(station)
  const order = { id, imei, number: 1 }
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  for (const step of job.slice(0, 3)) await step.send(station, randomUUID(), order, await step.before?.(station, order))

  const back = new Date()
  back.setFullYear(back.getFullYear() - 1)
  await screen.press('Control+h')
  await screen.page.getByLabel('Jour').fill(back.toISOString().slice(0, 10))
  await screen.page.getByLabel('Heure').fill('09:30')
  await screen.press('F9')
  await screen.sees(screen.alert.filter({ hasText: 'L’horloge a reculé' }))
  assert.equal((await clock(screen)).getFullYear(), back.getFullYear())
  await assertAccessible(screen, 'a clock that is behind the journal')

  for (const step of job.slice(3)) await step.send(station, randomUUID(), order, await step.before?.(station, order))
  // What was done later stands later, whatever the clock said.
  const told = (await station.cases.History(id)).map(({ seq, type, at }) => ({ seq, type, year: new Date(at).getFullYear() }))
  assert.deepEqual(told.map(({ seq }) => seq), told.map((_, i) => i + 1))
  const [received, decided] = [told.findIndex(({ type }) => type === 'parcel_received'), told.findIndex(({ type }) => type === 'full_refund_decided')]
  assert.ok(received >= 0 && received < told.findLastIndex(({ year }) => year === back.getFullYear()), JSON.stringify(told))
  assert.ok(decided > received, JSON.stringify(told))
  await screen.press('Control+h')
  await screen.button('Revenir à maintenant').click()
  await screen.alert.waitFor({ state: 'detached' })
  await screen.press('Escape')
  await untilCase(station, id, 'is closed', isClosed)
  await screen.scan(number)
  await screen.sees(screen.heading('Dossier clos'))
  assert.deepEqual(screen.complaints, [])
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
})
