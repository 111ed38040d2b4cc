// The screens of the people who work at the station, with something on each of them.

import { randomUUID } from 'node:crypto'
import { inspected } from './outcome.mjs'
import { firstCases } from './reading.mjs'
import { nadia, refunds, samira, together, tom } from './team.mjs'

/**
 * Shows the team, its rights, what waits for a second person, the notes of a case and
 * the hand-over.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {import('./station.mjs').Station} station
 * @param {(name: string) => Promise<void>} look
 */
export async function teamTour(screen, station, look) {
  const { page } = screen
  const { cases } = station
  /** @param {string} address */
  const goTo = (address) => page.evaluate((hash) => (window.location.hash = hash), address)
  const open = (await firstCases(station)).filter(({ stage, sale, claim }) => stage === 'requested' && sale?.imei && !claim.issues.includes('BATTERY_NOT_CHARGING'))
  const [decided, held] = open
  if (!decided?.sale || !held) throw new Error('the sandbox has too few requests')

  await together(station, { leadLimit: '20' })
  await cases.Authorise(randomUUID(), decided.id, { label: false, how: '', override: 'Accord au téléphone', pin: samira.pin })
  await cases.Receive(randomUUID(), decided.id, { arrived: '', reason: '', code: '' })
  await inspected(station, { id: decided.id, imei: decided.sale.imei })
  await refunds(station, decided.id, nadia)
  await cases.Hold(randomUUID(), held.id, { code: 'doubt', text: 'Le client dit que la coque était déjà rayée.', reviewAt: '2099-01-31' })
  await cases.AddNote(randomUUID(), held.id, { text: 'Le colis est arrivé mouillé, photos prises au quai.', promise: false, until: '' })
  await cases.AddNote(randomUUID(), held.id, { text: 'On rappelle le client avant le week-end.', promise: true, until: '2020-03-06' })

  await goTo('#/approvals')
  await screen.sees(screen.text(nadia.name))
  await look('approvals')
  await goTo('#/shift')
  await screen.sees(screen.text('On rappelle le client avant le week-end.'))
  await look('shift')
  await goTo(`#/cases/${held.id}`)
  await screen.sees(screen.button(/Notes/))
  await look('case-promise')
  await screen.press('Control+m')
  await screen.sees(screen.heading('Notes'))
  await look('notes')
  await screen.press('Escape')
  await screen.press('F10')
  await screen.sees(screen.heading('Qui êtes-vous ?'))
  await look('who')
  await screen.press('Escape')
  await goTo('#/settings/team')
  await screen.sees(screen.button(`Modifier ${tom.name}`))
  await look('settings-team')
  await screen.button(`Modifier ${tom.name}`).click()
  await look('person')
  await screen.press('Escape')
  await goTo('#/settings/rights')
  await screen.sees(page.getByRole('textbox', { name: 'Limite de l’opérateur' }))
  await look('settings-rights')
  await screen.press('F9')
  await screen.sees(screen.heading('Un code, s’il vous plaît'))
  await look('pin')
  await screen.press('Escape')
  await together(station, { alone: true, operatorLimit: '', leadLimit: '' })
}
