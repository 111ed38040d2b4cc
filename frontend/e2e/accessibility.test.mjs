// axe finds nothing on any screen, light and dark.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { tour } from './rig/tour.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing on the screens, ${scheme}`, async (t) => {
    const { station } = await openWorkshop(t)
    const screen = await Screen.open(browser, station, { scheme })
    t.after(() => screen.close())
    /** @type {string[]} */
    const found = []
    await tour(screen, station, async (name) => {
      try {
        // What floats beside the pointer is no part of the page that is shown.
        await screen.page.mouse.move(0, 0)
        await screen.page.getByRole('tooltip').first().waitFor({ state: 'hidden' })
        await assertAccessible(screen, name)
      } catch (error) {
        found.push(error instanceof Error ? error.message : String(error))
      }
    })
    assert.deepEqual(found, [])
  })

  test(`axe finds nothing in the first-run assistant, ${scheme}`, async (t) => {
    const { station } = await openWorkshop(t, { demo: false })
    const screen = await Screen.open(browser, station, { scheme })
    t.after(() => screen.close())
    await screen.sees(screen.heading('Qui reçoit les retours ?'))
    await assertAccessible(screen, 'the assistant')
    await screen.button(/^Continuer/).click()
    await assertAccessible(screen, 'the assistant with an error')
  })
}
