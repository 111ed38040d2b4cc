// A walk through every screen, for those who look at each: axe, and the eye.

import { randomUUID } from 'node:crypto'
import { answers } from './job.mjs'
import { picture } from './photo.mjs'
import { privacyTour } from './privacy-tour.mjs'
import { chargingCase, firstCases } from './reading.mjs'
import { stockTour } from './stock-tour.mjs'
import { teamTour } from './team-tour.mjs'
import { triageTour } from './triage-tour.mjs'

/**
 * @typedef {import('./screen.mjs').Screen} Screen
 * @typedef {import('./station.mjs').Station} Station
 * @typedef {(name: string) => Promise<void>} Look Called on each screen, once it is there.
 */

/**
 * Shows the screens of a station that is set up, one after the other.
 *
 * @param {Screen} screen At the start screen.
 * @param {Station} station
 * @param {Look} look
 */
export async function tour(screen, station, look) {
  const { page } = screen
  const { id, number, order, imei } = await chargingCase(station)
  /** @param {string} address */
  const goTo = (address) => page.evaluate((hash) => (window.location.hash = hash), address)

  await screen.sees(screen.heading('Scannez un colis'))
  await look('home')
  await screen.press('Control+k')
  await screen.sees(page.getByRole('dialog'))
  await look('palette')
  await screen.press('Escape')
  await screen.press('F1')
  await screen.sees(screen.heading('Les touches de cet écran'))
  await look('help')
  await screen.press('Escape')
  await goTo('#/todo')
  await screen.sees(screen.text(number))
  await look('worklist')
  await goTo('#/closing')
  await screen.sees(screen.button(/Clôturer la journée/))
  await look('closing')
  await goTo('#/payouts')
  await screen.sees(screen.heading('Versements'))
  await look('payouts')
  await goTo('#/sold-units')
  await screen.sees(screen.heading('Appareils vendus'))
  await look('sold-units')
  await goTo(`#/device/${imei}`)
  await screen.sees(screen.heading('Garantie'))
  await look('device')
  await goTo('#/search/Pixel')
  await screen.sees(screen.text(number))
  await look('search')
  await triageTour(screen, station, look)
  await teamTour(screen, station, look)
  for (const section of ['', '/workshop', '/account', '/scanner']) {
    await goTo(`#/settings${section}`)
    await screen.sees(screen.heading('Réglages'))
    await look(`settings${section.replace('/', '-')}`)
  }
  await stockTour(screen, station, look)
  await privacyTour(screen, id, look, goTo)
  await goTo('#/request')
  await screen.sees(screen.text('Pourquoi le client renvoie-t-il l’appareil ?'))
  await look('request-by-hand')

  await goTo('#/')
  await screen.scan(order)
  await screen.sees(screen.button(/Accepter le retour/))
  await look('case-request')
  await screen.press('F9')
  await screen.sees(screen.button(/Réceptionner le colis/))
  await look('case-reception')
  await screen.press('F9')
  await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))
  await look('case-identity')
  await screen.scan('356938035643808')
  await screen.sees(screen.text('son chiffre de contrôle est faux'))
  await look('scan-refused')
  await screen.scan(imei)
  await screen.sees(screen.button(/réponses manquent/))
  await look('case-checks')
  await screen.choose('F4', [{ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Une note.') }])
  await screen.sees(screen.alert)
  await look('error-notice')
  await screen.button(/J’ai lu/).click()
  await screen.press('F8')
  await screen.sees(screen.heading('Suspendre le dossier'))
  await look('hold-dialog')
  await screen.press('Escape')
  await screen.button(/Constat bloquant/).click()
  await screen.sees(page.getByRole('dialog').getByRole('heading', { name: 'Constat bloquant' }))
  await look('stop-dialog')
  await screen.press('Escape')
  const view = await station.cases.RecordChecks(randomUUID(), id, answers(await station.cases.Get(id)))
  const photo = await station.addPhoto(picture(1))
  await station.cases.AddEvidence(randomUUID(), id, { photos: [photo], check: view.inspection?.missingPhotos[0] ?? '', view: '', source: 'file' })
  await screen.sees(screen.button(/Terminer les contrôles/))
  await screen.press('F9')
  await screen.sees(screen.button(/Rembourser 249,50 €/))
  await look('case-decision')
  await screen.press('F9')
  await screen.sees(screen.heading('Rembourser 249,50 € ?'))
  await look('decision-dialog')
  await screen.press('F9')
  await screen.sees(screen.button(/^Ranger/))
  await look('case-paper')
  await screen.press('F7')
  await screen.sees(page.getByRole('dialog'))
  await look('history')
  await screen.press('Escape')
  await goTo('#/sending')
  await screen.sees(screen.button(/Synchroniser maintenant/))
  await look('sending')

  await goTo('#/')
  await screen.sees(screen.heading('Scannez un colis'))
  await screen.scan('6A12345678901')
  await screen.sees(screen.heading('Aucun dossier pour ce code'))
  await look('unknown-code')
  await screen.press('F9')
  await screen.sees(screen.heading('Ouvrez le colis et scannez ce qu’il contient'))
  await look('unknown-parcel')
  const other = (await firstCases(station)).find(({ stage, sale }) => stage === 'requested' && sale?.imei)
  await screen.scan(other?.sale?.imei ?? '')
  await screen.sees(screen.heading('Rattacher le colis ?'))
  await look('tie-dialog')
  await screen.press('Escape')
}
