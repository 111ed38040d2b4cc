// The day's books: what was given back, closed on a page that proves it, and the
// month for the accountant.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { euros, refunded, unproven } from './rig/books.mjs'
import { pin, signedIn } from './rig/outcome.mjs'
import { wordsAt } from './rig/paper.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a day is closed with its totals, its numbers and the refunds that nobody knows of', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const made = await refunded(station, sandbox)
  const unsure = await unproven(station, sandbox)
  const sum = made.view.refunds[0]?.total.minor ?? 0
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await screen.go('À faire')
  await screen.link('Caisse').click()
  await screen.sees(screen.heading('Caisse'))
  await screen.sees(screen.text('Rien n’a encore été clôturé ici.'))
  await screen.sees(page.getByRole('definition').filter({ hasText: new RegExp(euros(sum)) }).first())
  await screen.sees(page.getByRole('table', { name: 'Décisions' }).getByRole('row', { name: /Remboursement partiel 1/ }))
  await screen.sees(screen.link(unsure.number))
  await assertAccessible(screen, 'the day’s books')

  await screen.press('F9')
  await screen.sees(screen.heading('Clôturer la journée ?'))
  await screen.press('F9')
  const number = /Z-\d{4}-P03A-000001/
  await screen.sees(screen.toast.getByText(number))
  await screen.sees(page.getByRole('table', { name: 'Clôtures' }).getByText(number))
  assert.equal(await screen.button(/Clôturer la journée/).getAttribute('aria-disabled'), 'true')

  const { closings: [taken] } = await station.books.Today()
  assert.ok(taken)
  const words = await wordsAt(station, `/media/closings/${taken.number}`)
  assert.match(words, new RegExp(taken.number))
  assert.match(words, new RegExp(`Total perpétuel de la station 1 ${euros(made.view.refunds[0]?.item.minor ?? 0)}`))
  assert.match(words, /Remboursement partiel 1/)
  assert.match(words, /R-\d{4}-P03A-000001/)
  assert.match(words, new RegExp(`${unsure.number}.*?${euros(unsure.view.refunds[0]?.total.minor ?? 0)}`))
  assert.match(words, new RegExp(taken.head.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')))
  await screen.button(`Ouvrir ${taken.number}`).click()
  await screen.sees(page.getByRole('dialog').getByRole('heading', { name: taken.number }))
  await screen.press('Escape')

  // What happens next goes into the next closing, and the totals go on.
  const second = await refunded(station, sandbox)
  await screen.sees(page.getByRole('definition').filter({ hasText: new RegExp(euros(sum + (second.view.refunds[0]?.total.minor ?? 0))) }).first())
  const next = await station.books.Close(randomUUID(), pin)
  assert.equal(next.made.perpetual.count, 2)
  assert.equal(next.closings[0]?.made.count, 1)
  assert.match(await wordsAt(station, `/media/closings/${next.closings[0].number}`), new RegExp(taken.number))
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})

test('the accountant gets a month with a row for each receipt, and no formula in it', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const made = await refunded(station, sandbox)
  const receipt = made.view.documents.find(({ kind }) => kind === 'refund_receipt')
  await station.cases.CorrectDocument(randomUUID(), made.id, { document: receipt?.id ?? '', wrong: '=1+1', right: 'Le nom du client.', pin })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate(() => (window.location.hash = '#/closing'))
  const download = screen.page.waitForEvent('download')
  await screen.link('CSV').click()
  const file = await download
  assert.match(file.suggestedFilename(), /^remboursements-\d{4}-\d\d\.csv$/)
  const bytes = await readFile(await file.path())
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const [head = '', ...rows] = bytes.toString('utf8').slice(1).trim().split('\r\n')
  const titles = head.split(';')
  /** @type {Record<string, string>[]} */
  const cells = rows.map((row) => Object.fromEntries(row.split(';').map((cell, i) => [titles[i] ?? '', cell])))
  assert.deepEqual(cells.map((cell) => [cell['Document'], cell['Numéro'], cell['Rectifie']]), [
    ['Reçu de remboursement', receipt?.number, ''],
    ['Rectificatif', receipt?.number.replace('R-', 'C-'), receipt?.number],
  ])
  const { item, shipping } = made.view.refunds[0] ?? {}
  assert.equal(cells[0]?.['Appareil TTC'], ((item?.minor ?? 0) / 100).toFixed(2).replace('.', ','))
  assert.equal(cells[0]['Frais d’envoi TTC'], ((shipping?.minor ?? 0) / 100).toFixed(2).replace('.', ','))
  assert.equal(cells[0]['Commande'], String(made.order))
  assert.equal(cells[0]['Accordé par'], 'Samira B.')
  assert.equal(cells[1]?.['Total TTC'], '', 'a correction moves no money')
  assert.ok(!/(^|;)"?[=+@]/m.test(bytes.toString('utf8')), 'a cell begins like a formula')
  const workbook = await station.ask(`/media/accounts/${file.suggestedFilename().slice(15, 22)}.xlsx`)
  assert.equal(Buffer.from(await workbook.arrayBuffer()).subarray(0, 2).toString(), 'PK')
  assert.equal((await station.ask('/media/accounts/2026-13.csv')).status, 404)
})
