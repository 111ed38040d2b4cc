// A walk through the screens of the stock, the bins, the round and a van.

import { randomUUID } from 'node:crypto'
import { firstCases } from './reading.mjs'

/**
 * Leaves nothing behind that the rest of a walk would meet: no case of it is touched.
 *
 * @param {import('./screen.mjs').Screen} screen
 * @param {import('./station.mjs').Station} station
 * @param {import('./tour.mjs').Look} look
 */
export async function stockTour(screen, station, look) {
  const { page } = screen
  /** @param {string} address */
  const goTo = (address) => page.evaluate((hash) => (window.location.hash = hash), address)
  const unit = { id: '', sku: 'IP13-128', title: 'iPhone 13 128 Go Minuit', grade: 'good', storage: '', colour: '', model: '', serial: '', bin: 'BIN-A01', note: '', source: 'scan' }
  for (const [code, place, words] of [['BIN-A01', 'stock', 'Étagère A'], ['BIN-Q04', 'quarantine', 'Quarantaine 4'], ['BIN-D01', 'outbound', 'Départ du soir']]) {
    await station.stock.SaveBin(randomUUID(), { code: code ?? '', place: place ?? '', words: words ?? '' })
  }
  for (const imei of ['353012109876548', '356938035643809', '490154203237518']) await station.stock.Add(randomUUID(), { ...unit, imei })

  await goTo('#/stock')
  await screen.sees(page.getByRole('table', { name: 'Remplacements' }))
  await look('stock')
  await screen.scan('353012109876548')
  await screen.sees(screen.button(/Retirer du stock/))
  await look('stock-unit')
  await goTo('#/stock/scan')
  await screen.sees(screen.text('Indiquez d’abord la désignation et le grade'))
  await look('stock-scan')
  await goTo('#/stock/import')
  await screen.sees(screen.text(/Rien n’est ajouté avant votre confirmation/))
  await page.locator('input[type=file]').setInputFiles({ name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from('Désignation;Grade;IMEI\niPhone 12 64 Go Bleu;Bon;352099001761481\niPhone 12;A;352099001761499\n') })
  await screen.sees(screen.text(/Ligne 3, colonne Grade/))
  await look('stock-import')
  await goTo('#/settings/bins')
  await screen.sees(screen.link('BIN-Q04'))
  await look('settings-bins')
  await goTo('#/bins/BIN-A01')
  await screen.sees(page.getByRole('table', { name: 'Appareils de remplacement' }))
  await look('bin')
  await goTo('#/put-away')
  await screen.sees(screen.heading(/Scannez un appareil/))
  await look('put-away')

  await goTo('#/burst')
  await screen.sees(screen.heading('Scannez les colis l’un après l’autre'))
  await look('burst-empty')
  const waiting = (await firstCases(station)).filter(({ stage, returnTracking }) => stage === 'requested' && returnTracking !== '').slice(-1)
  for (const { returnTracking } of waiting) await screen.scan(returnTracking)
  await screen.scan('6A18420007341')
  await screen.scan('BIN-Q04')
  await screen.sees(screen.page.getByRole('listitem').filter({ hasText: 'pas un colis' }))
  await look('burst')
  await screen.press('F4')
  await screen.sees(screen.heading('Quand le camion est-il arrivé ?'))
  await look('burst-arrival')
  await screen.press('Escape')
  await screen.press('F9')
  await screen.sees(screen.heading(/colis reçus?$/))
  await look('burst-summary')
  await page.evaluate(() => window.sessionStorage.removeItem('draft.burst'))
}
