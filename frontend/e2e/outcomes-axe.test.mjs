// axe finds nothing on the forms of the outcomes and on what follows them.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { decisionTour } from './rig/decision-tour.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing where a case is decided and carried out, ${scheme}`, async (t) => {
    const { sandbox, station } = await openWorkshop(t)
    const screen = await Screen.open(browser, station, { scheme })
    t.after(() => screen.close())
    /** @type {string[]} */
    const found = []
    await decisionTour(screen, station, sandbox, async (name) => {
      try {
        await assertAccessible(screen, name)
      } catch (error) {
        found.push(error instanceof Error ? error.message : String(error))
      }
    })
    assert.deepEqual(found, [])
    assert.deepEqual(screen.complaints, [])
  })
}
