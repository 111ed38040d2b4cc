// The device in hand and the device that was sold: what cannot be an IMEI is refused
// with the reason, and another device stops the case.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { yes } from './rig/job.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop, pulled } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a wrong or dummy IMEI is refused with the reason, and another device leads to a hold', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { order_id: order, imei } = await sandbox.open()
  const { id } = await pulled(station, order)
  await station.cases.Authorise(randomUUID(), id, yes)
  await station.cases.Receive(randomUUID(), id, { arrived: '', reason: '', code: '' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(order)
  await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))

  // Scanned: the digits that fail Luhn, and a number that no device carries.
  await screen.scan(withoutLuhn(imei))
  await screen.sees(screen.text('son chiffre de contrôle est faux'))
  await screen.scan(dummy)
  await screen.sees(screen.text('IMEI factice'))

  // Typed: the reason stands at the field, and what was typed is still there.
  const field = screen.page.getByRole('textbox', { name: 'IMEI ou numéro de série' })
  await field.fill(withoutLuhn(imei))
  await field.press('Enter')
  await screen.sees(screen.page.getByRole('textbox', { name: 'IMEI ou numéro de série', description: 'chiffre' }))
  assert.equal(await field.inputValue(), withoutLuhn(imei))
  await field.fill(dummy)
  await field.press('Enter')
  await screen.sees(screen.page.getByRole('textbox', { name: 'IMEI ou numéro de série', description: 'factice' }))
  assert.equal((await station.cases.Get(id)).identity.state, 'unchecked')

  // Another sound IMEI is another device.
  await screen.focusNothing()
  await screen.scan(another)
  await screen.sees(screen.heading('Ce n’est pas l’appareil vendu'))
  const view = await station.cases.Get(id)
  assert.deepEqual([view.identity.state, view.hold?.code], ['mismatch', 'identity'])
  await screen.sees(screen.text(/Suspendu/))

  // The right one, read again, releases it.
  await screen.scan(imei)
  await screen.sees(screen.button(/réponses manquent/))
  assert.equal((await station.cases.Get(id)).identity.state, 'match')
})

const dummy = '000000000000000'
const another = '356938035643809'

/** @param {string} imei */
function withoutLuhn(imei) {
  return imei.slice(0, -1) + String((Number(imei.at(-1)) + 1) % 10)
}
