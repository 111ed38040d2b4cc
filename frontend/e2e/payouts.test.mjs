// The marketplace's statement beside the refunds: it proves what no reading could,
// and changes nothing without a person's yes.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { euros, picks, refunded, tableFile, unproven } from './rig/books.mjs'
import { isClosed, untilCase } from './rig/job.mjs'
import { signedIn } from './rig/outcome.mjs'
import { paperOf } from './rig/paper.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** @param {number} minor */
const french = (minor) => (minor / 100).toFixed(2).replace('.', ',')

test('a statement proves a refund that could not be read back, and a person confirms it', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await signedIn(station)
  const agrees = await refunded(station, sandbox)
  const proven = await unproven(station, sandbox)
  const other = await refunded(station, sandbox)
  const absent = await refunded(station, sandbox)
  const sum = (/** @type {{view: import('./rig/station.mjs').CaseView}} */ { view }) => view.refunds[0]?.total.minor ?? 0
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
  const statement = tableFile('versement novembre.csv', [
    'Date de valeur;N° de commande;Désignation;Montant;Devise;Remise',
    `${tomorrow};${agrees.order};Remboursement;-${french(sum(agrees))};EUR;`,
    `${tomorrow};${proven.order};Remboursement;-${french(sum(proven))};EUR;`,
    `${tomorrow};${other.order};Remboursement;-1,00;EUR;`,
    `${tomorrow};99999999;Remboursement;-12,00;EUR;`,
    `${tomorrow};${agrees.order};Vente;300,00;EUR;`,
    `${tomorrow};;Commission;-30,00;EUR;`,
  ].join('\r\n'))
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.evaluate(() => (window.location.hash = '#/payouts'))
  await screen.sees(screen.text('Aucun relevé pour l’instant.'))
  await picks(screen, statement)
  await screen.sees(screen.text('Rien n’est encore enregistré.'))
  const lines = page.getByRole('table', { name: 'Remboursements du relevé' })
  await screen.sees(lines.getByRole('row', { name: new RegExp(`3 Prouve un remboursement sans réponse ${proven.order} .*${euros(sum(proven))}.*${proven.number}`) }))
  await screen.sees(lines.getByRole('row', { name: new RegExp(`2 Concorde ${agrees.order}`) }))
  await screen.sees(lines.getByRole('row', { name: new RegExp(`4 Montant différent ${other.order} .*1,00\\s€ ${euros(sum(other))}`) }))
  await screen.sees(lines.getByRole('row', { name: /5 Aucun remboursement connu 99999999/ }))
  await screen.sees(screen.text('2 lignes sans remboursement'))
  await screen.sees(screen.text('Colonnes ignorées : Remise'))
  await screen.sees(page.getByRole('table', { name: 'Remboursés chez nous, absents des relevés' }).getByText(absent.number))
  assert.equal((await station.cases.Get(proven.id)).refunds[0]?.state, 'unknown', 'a look changed a refund')
  assert.deepEqual((await station.books.Payouts()).payouts, [])
  await assertAccessible(screen, 'a statement that is looked at')

  await screen.press('F9')
  await screen.sees(screen.button(/Confirmer 1 remboursement/))
  assert.equal((await station.cases.Get(proven.id)).refunds[0]?.state, 'unknown', 'taking the file changed a refund')
  await screen.press('F9')
  await screen.sees(screen.heading('Confirmer 1 remboursement ?'))
  await screen.press('F9')
  await page.getByRole('dialog').getByLabel(/[Cc]ode/).fill('2580')
  await page.keyboard.press('Enter')
  const settled = await untilCase(station, proven.id, 'is closed', isClosed)
  assert.deepEqual(settled.refunds.map(({ state, means }) => [state, means]), [['confirmed', 'person']])
  await screen.sees(lines.getByRole('row', { name: new RegExp(`3 Concorde ${proven.order}`) }))
  assert.match(await paperOf(station, settled, 'refund_receipt'), new RegExp(euros(sum(proven))))

  // The same file is not taken twice.
  await page.evaluate(() => (window.location.hash = '#/payouts'))
  await screen.sees(screen.link('Voir versement novembre.csv'))
  await picks(screen, statement)
  await screen.sees(screen.text('Ce même relevé a déjà été pris.'))
  assert.equal(await screen.button(/Prendre le relevé/).count(), 0)
  await station.stop()
  assert.deepEqual((await station.verify()).findings, [])
  assert.deepEqual(screen.complaints, [])
})

test('a statement that cannot be read says why, line by line, and nothing of it is taken', async (t) => {
  const { station } = await openWorkshop(t)
  await signedIn(station)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.evaluate(() => (window.location.hash = '#/payouts'))
  await screen.sees(screen.heading('Versements'))
  await picks(screen, tableFile('clients.csv', 'Nom;Ville\nCamille;Lyon'))
  await screen.sees(screen.alert.getByText('Il manque une colonne : Montant. Ce fichier a les colonnes : Nom, Ville.'))
  await screen.press('Escape')
  await picks(screen, tableFile('abîmé.csv', Buffer.from('commande;type;montant\n7001;Remboursement;beaucoup\n;Remboursement;-4,00\n7002;Remboursement;-5,00', 'latin1')))
  await screen.sees(screen.heading('2 lignes à corriger'))
  await screen.sees(page.getByRole('row', { name: /2 montant .*n’est pas un montant.* beaucoup/ }))
  await screen.sees(page.getByRole('row', { name: /3 commande un remboursement sans numéro de commande/ }))
  assert.equal(await screen.button(/Prendre le relevé/).count(), 0)
})
