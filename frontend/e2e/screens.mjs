// Takes a picture of every screen in both sizes and both schemes, to be looked at:
//
//   node e2e/screens.mjs FOLDER

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decisionTour } from './rig/decision-tour.mjs'
import { Sandbox } from './rig/sandbox.mjs'
import { openBrowser, Screen, small } from './rig/screen.mjs'
import { Station } from './rig/station.mjs'
import { tour } from './rig/tour.mjs'

const [, , folder] = process.argv
if (folder === undefined) throw new Error('say where to: node e2e/screens.mjs FOLDER')
await mkdir(folder, { recursive: true })

const browser = await openBrowser()
for (const size of [small, { width: 1920, height: 1080 }]) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const dir = await mkdtemp(join(tmpdir(), 'revient-screens-'))
    const sandbox = await new Sandbox(join(dir, 'sandbox')).start()
    for (const demo of [false, true]) {
      const station = new Station(join(dir, demo ? 'station' : 'new'), { demo })
      station.use(sandbox)
      const screen = await Screen.open(browser, await station.start(), { size, scheme })
      const picture = async (/** @type {string} */ name) => {
        await screen.page.screenshot({ path: join(folder, `${name}-${size.width}-${scheme}.png`), animations: 'disabled' })
      }
      if (demo) {
        await tour(screen, station, picture)
        await decisionTour(screen, station, sandbox, picture)
      } else await picture('assistant')
      await screen.close()
      await station.stop()
    }
    await sandbox.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
await browser.close()
