// The rules: a new version judges new cases only, and from any case it is two clicks to
// the rule that says so.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a new version of the rules is signed, listed with what changed, and judges new cases only', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const before = await pulled(station, (await sandbox.open({ kind: 'defect' })).order_id)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate(() => (window.location.hash = '#/settings/rules'))
  await screen.sees(screen.heading('Signaler un défaut'))
  await assertAccessible(screen, 'the rules')

  await screen.page.getByRole('combobox', { name: 'Délai pour signaler un défaut et obtenir un échange' }).click()
  await screen.page.getByRole('option', { name: 'Défaut signalé sous 3 jours ouvrés' }).click()
  await screen.sees(screen.text('modifié'))
  await screen.page.getByRole('textbox', { name: 'Retours d’un même appareil à signaler' }).fill('trois')
  await screen.sees(screen.text(/entre 2 et 99/))
  await screen.page.getByRole('textbox', { name: 'Retours d’un même appareil à signaler' }).fill('4')
  await screen.press('F9')
  await screen.page.getByLabel('Code de Samira B.').fill('2580')
  await screen.press('F9')
  await screen.sees(screen.toast.getByText('Règles enregistrées'))
  await screen.sees(screen.text(/72\sheures → Défaut signalé sous 3\sjours ouvrés/))
  await screen.sees(screen.text(/par Samira B\./))
  await assertAccessible(screen, 'the versions of the rules')

  const after = await pulled(station, (await sandbox.open({ kind: 'defect' })).order_id)
  const again = await station.cases.Get(before.id)
  assert.notEqual(after.policy, before.policy)
  assert.equal(again.policy, before.policy)
  const rules = await station.rules.View()
  assert.equal(rules.version, after.policy)
})

test('a campaign that ends before it begins is refused beside its field', async (t) => {
  const { station } = await openWorkshop(t)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate(() => (window.location.hash = '#/settings/rules'))
  await screen.button(/Voir la table · 12 campagnes/).click()
  const campaign = screen.page.getByRole('group', { name: 'Campagne 1', exact: true })
  await campaign.getByLabel('au', { exact: true }).fill('2020-01-01')
  await screen.sees(campaign.getByText('Les dates de la campagne ne se suivent pas'))
  await assertAccessible(screen, 'the table of campaigns')
})

test('from a case it is two clicks to the rule, with its source, its version and what its date is counted from', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id, sale } = await pulled(station, (await sandbox.open({ kind: 'change_of_mind' })).order_id)
  const delivered = new Date(Date.parse(sale?.soldAt.at ?? '') + 2 * 86_400_000).toISOString().slice(0, 10)
  await station.cases.Redate(randomUUID(), id, { which: 'delivery', at: delivered, reason: 'Suivi' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.page.evaluate((hash) => (window.location.hash = hash), `#/cases/${id}`)
  // From the line of time: one click.
  await screen.button(/Réponse sous 24 heures ouvrées/).click()
  const dialog = screen.page.getByRole('dialog', { name: 'Réponse sous 24 heures ouvrées' })
  await screen.sees(dialog.getByText('Certificat de garantie Back Market'))
  await screen.sees(dialog.getByText('2026-11'))
  await screen.sees(dialog.getByText('Compté depuis'))
  await assertAccessible(screen, 'a rule')
  await screen.press('Escape')
  // From a reason of the proposal: one click.
  await screen.page.getByRole('button', { name: /Rétractation/, expanded: false }).click()
  const reason = screen.page.getByRole('listitem').filter({ has: screen.page.getByRole('button', { name: /Rétractation/, expanded: true }) })
  await screen.sees(reason.getByText(/jamais moins que 30 jours après la livraison/))
  await screen.sees(reason.getByText(/2026-11/))
})
