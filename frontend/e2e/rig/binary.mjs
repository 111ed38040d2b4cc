// Where the programs are that these tests run: the station as it is shipped, and a
// browser as the workshop has it.

import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The static binary. REVIENT_BIN names another one. */
export const revient = executable(
  resolve(process.env['REVIENT_BIN'] ?? `${root}build/bin/revient`),
  'the station is not built: run ./build/test, or CGO_ENABLED=0 go build -o build/bin/revient . at the root, or set REVIENT_BIN',
)

/** Chromium. It is asked for by a function: scripts without screens need none. */
export function chromiumPath() {
  return executable(process.env['REVIENT_CHROMIUM'] ?? '/usr/bin/chromium', 'install chromium, or set REVIENT_CHROMIUM')
}

/**
 * @param {string} path
 * @param {string} otherwise What to do when it is not there.
 */
function executable(path, otherwise) {
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch (cause) {
    throw new Error(`${path} cannot be run: ${otherwise}`, { cause })
  }
}
