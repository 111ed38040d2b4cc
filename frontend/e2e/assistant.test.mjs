// The first-run assistant: what is missing is said where it is missing, nothing
// typed is lost, and at its end the station works.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { firstCases } from './rig/reading.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('the assistant names what is missing at its field, and sets the station up', async (t) => {
  const { station } = await openWorkshop(t, { demo: false })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  const field = (/** @type {string | RegExp} */ name) => page.getByRole('textbox', { name })
  /** A field with its error. */
  const wrong = (/** @type {string} */ name) => page.getByRole('textbox', { name }).and(page.locator('[aria-invalid=true]'))
  const next = () => screen.button(/^Continuer/).click()
  assert.equal((await station.desk.Bootstrap()).ready, false)

  // Each step names the first thing that is missing, at its field, and keeps the rest.
  await screen.sees(screen.heading('Qui reçoit les retours ?'))
  await field('Nom de l’atelier').fill('Atelier Reprise')
  await next()
  await screen.sees(wrong('Rue'))
  assert.equal(await field('Nom de l’atelier').inputValue(), 'Atelier Reprise')
  await field('Rue').fill('12 rue de la Filature')
  await field('Code postal').fill('69007')
  await field('Ville').fill('Lyon')
  await field('SIREN').fill('1234')
  await next()
  await screen.sees(wrong('SIREN'))
  await field('SIREN').fill('123456782')
  await next()

  await screen.sees(screen.heading('Comment s’appelle ce poste ?'))
  await field('Nom du poste').fill('Poste 07')
  await field('Préfixe').fill('7')
  await next()
  await screen.sees(wrong('Préfixe'))
  await field('Préfixe').fill('p07')
  await next()

  // Back and forth: what was typed is there.
  await screen.sees(screen.heading('D’où viennent les demandes ?'))
  await screen.press('Escape')
  assert.equal(await field('Préfixe').inputValue(), 'P07')
  await next()
  await next()
  await screen.sees(screen.heading('Dans quelle langue travaillez-vous ?'))
  await next()

  await screen.sees(screen.heading('Qui est responsable ?'))
  await field('Nom').fill('Samira B.')
  const pin = page.getByLabel('Code, de 4 à 12 chiffres')
  await pin.fill('1111')
  await screen.press('F9')
  await screen.sees(page.locator('main').getByText(/répét|deviner|suite/).nth(1))
  await pin.fill('2580')
  await screen.press('F9')

  await screen.sees(screen.heading('Poste 07 est prêt'))
  await screen.press('F9')
  await screen.sees(screen.heading('Scannez un colis'))
  const { ready, prefix, operator } = await station.desk.Bootstrap()
  assert.deepEqual([ready, prefix, operator.name], [true, 'P07', 'Samira B.'])
  const [first] = await firstCases(station)
  assert.match(first?.number ?? '', /^P07A-/)
  assert.deepEqual(screen.complaints, [])
})
