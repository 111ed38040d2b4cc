// The decision and what follows it, with each outcome's form as it is written.

import { deciding, signedIn, stocked } from './outcome.mjs'

const unit = '352099001761481'

/**
 * Shows the forms of the outcomes, and their execution.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {import('./station.mjs').Station} station
 * @param {import('./sandbox.mjs').Sandbox} sandbox
 * @param {(name: string) => Promise<void>} look
 */
export async function decisionTour(screen, station, sandbox, look) {
  const { page } = screen
  /** @param {string} id */
  const goTo = (id) => page.evaluate((hash) => (window.location.hash = hash), `#/cases/${id}`)
  await signedIn(station)
  const worn = await deciding(station, sandbox, 'change_of_mind', { 'COM-24': { answer: 'ko', defect: 'COS-02', value: 'worn_screen' } })
  const broken = await deciding(station, sandbox, 'defect')
  const covered = await deciding(station, sandbox, 'warranty')
  await stocked(station, await station.cases.Get(broken.id), { imei: unit })

  await goTo(worn.id)
  await screen.sees(screen.button(/Détailler les retenues/))
  await look('decision-wear')
  await screen.press('F9', '1')
  await screen.sees(page.getByRole('textbox', { name: /^Retenue pour/ }))
  await look('decision-partial')

  await goTo(broken.id)
  await screen.sees(screen.button(/^Échanger/))
  await look('decision-exchange')
  for (const [name, button, heading] of /** @type {const} */ ([
    ['decision-unit', 'Autre appareil', 'Échange'],
    ['decision-refuse', /^Refus/, 'Refuser et renvoyer'],
    ['decision-keep', /Le client garde/, 'Le client garde l’appareil'],
    ['decision-refunded', /Déjà remboursé/, 'Déjà remboursé'],
  ])) {
    await screen.button(button).click()
    await screen.sees(screen.heading(heading))
    await look(name)
    await screen.press('Escape')
    await screen.sees(screen.button(/^Échanger/))
  }
  await screen.press('F9')
  await screen.sees(screen.heading('Emballer l’appareil de remplacement'))
  await look('execution-pack')
  await screen.scan(unit)
  await screen.sees(screen.heading('Remettre le colis'))
  await look('execution-hand-over')
  await screen.button('Corriger').click()
  await screen.sees(screen.heading('Qu’est-ce qui est à corriger ?'))
  await look('corrections')
  await screen.press('Escape')

  await goTo(covered.id)
  await screen.sees(screen.button(/Réparer sous garantie/))
  await screen.press('F9')
  await screen.sees(screen.button(/Commencer la réparation/))
  await screen.press('F9')
  await screen.sees(screen.button(/Réparation finie/))
  await look('execution-repair')
}
