// The screens of a request before its parcel, of the dates of a case and of the rules.

import { firstCases } from './reading.mjs'

/**
 * Shows a request whose proof is still to be asked for, its messages, its dates, a rule,
 * and the table of the rules. It changes nothing.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {import('./station.mjs').Station} station
 * @param {(name: string) => Promise<void>} look
 */
export async function triageTour(screen, station, look) {
  const { page } = screen
  /** @param {string} address */
  const goTo = (address) => page.evaluate((hash) => (window.location.hash = hash), address)
  const unproven = (await firstCases(station)).find(({ claim }) => claim.issues.includes('SPEAKER_NOT_WORKING'))
  if (!unproven) throw new Error('the sandbox has no request without a photo')

  await goTo(`#/cases/${unproven.id}`)
  await screen.sees(screen.heading('Demander une preuve'))
  await look('case-triage')
  await screen.press('F9')
  await screen.sees(page.getByRole('textbox', { name: 'Message au client' }))
  await look('ask-proof-dialog')
  await screen.press('Escape')
  await screen.button('Indiquer la livraison').click()
  await screen.sees(screen.heading('Dates du dossier'))
  await look('dates-dialog')
  await screen.button(/^(Corriger|Indiquer la date) : Livraison au client/).click()
  await screen.sees(page.getByRole('textbox', { name: 'Jour' }))
  await page.mouse.move(0, 0) // Away from the button that says why it cannot be pressed yet.
  await look('redate-dialog')
  await screen.press('Escape')
  await screen.press('Escape')
  await screen.button(/Réponse sous 24 heures ouvrées/).click()
  await screen.sees(page.getByRole('dialog', { name: 'Réponse sous 24 heures ouvrées' }))
  await look('rule-dialog')
  await screen.press('Escape')
  await goTo('#/settings/rules')
  await screen.sees(screen.heading('Signaler un défaut'))
  await look('settings-rules')
}
