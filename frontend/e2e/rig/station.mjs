// The station as a process of its own, and its services as its screens call them:
// through the loopback door, with the entry cookie.

import { Program, run } from './program.mjs'

/**
 * @typedef {import('../../wailsjs/go/models.js').api.CaseView} CaseView
 * @typedef {typeof import('../../wailsjs/go/api/Books.js')} Books
 * @typedef {typeof import('../../wailsjs/go/api/Cases.js')} Cases
 * @typedef {typeof import('../../wailsjs/go/api/Devices.js')} Devices
 * @typedef {typeof import('../../wailsjs/go/api/Rules.js')} Rules
 * @typedef {typeof import('../../wailsjs/go/api/Sending.js')} Sending
 * @typedef {typeof import('../../wailsjs/go/api/Settings.js')} Settings
 * @typedef {typeof import('../../wailsjs/go/api/Setup.js')} Setup
 * @typedef {typeof import('../../wailsjs/go/api/Station.js')} StationService
 * @typedef {typeof import('../../wailsjs/go/api/Stock.js')} Stock
 * @typedef {typeof import('../../wailsjs/go/api/People.js')} People
 * @typedef {typeof import('../../wailsjs/go/api/Approvals.js')} Approvals
 * @typedef {typeof import('../../wailsjs/go/api/Shift.js')} Shift
 * @typedef {typeof import('../../wailsjs/go/api/Privacy.js')} Privacy
 * @typedef {{ok: boolean, entries: number, cases: number, documents: number, photos: number, findings: unknown[]}} Verification
 * @typedef {{code: string, key: string, args: Record<string, unknown>, field: string}} FaultAnswer
 */

/** An error that the station answered, as its screens read it. */
export class Fault extends Error {
  /** @param {FaultAnswer} answer */
  constructor({ code, key, args, field }) {
    super(`${code} ${key} ${JSON.stringify(args)} ${field}`)
    this.code = code
    this.key = key
    this.field = field
  }
}

export class Station {
  /**
   * @param {string} dir Its data folder.
   * @param {{demo?: boolean, training?: boolean}} [options] Without demo the first-run assistant is still to be answered;
   *   a training has a clock of its own.
   */
  constructor(dir, { demo = true, training = false } = {}) {
    this.dir = dir
    this.args = ['kiosk', '--listen', '127.0.0.1:0', '--data', dir, ...(training ? ['--training'] : demo ? ['--demo'] : [])]
    /** @type {readonly string[]} */
    this.marketplace = []
    /** @type {Program | null} */
    this.program = null
    /** The address that opens it in a browser, good for this launch. */
    this.entry = ''
    this.cookie = ''
    /** Resolves once it runs and lets us in, after as many starts as that takes. */
    /** @type {Promise<unknown>} */
    this.up = Promise.resolve()
    this.open = () => {}
    this.goesDown()
    this.books = /** @type {Books} */ (this.service('Books'))
    this.cases = /** @type {Cases} */ (this.service('Cases'))
    this.devices = /** @type {Devices} */ (this.service('Devices'))
    this.sending = /** @type {Sending} */ (this.service('Sending'))
    this.settings = /** @type {Settings} */ (this.service('Settings'))
    this.setup = /** @type {Setup} */ (this.service('Setup'))
    this.desk = /** @type {StationService} */ (this.service('Station'))
    this.stock = /** @type {Stock} */ (this.service('Stock'))
    this.rules = /** @type {Rules} */ (this.service('Rules'))
    this.people = /** @type {People} */ (this.service('People'))
    this.approvals = /** @type {Approvals} */ (this.service('Approvals'))
    this.shift = /** @type {Shift} */ (this.service('Shift'))
    this.privacy = /** @type {Privacy} */ (this.service('Privacy'))
  }

  /**
   * Connects it from its next start on with a sandbox, or with a proxy before one.
   *
   * @param {{url: string, token: string}} sandbox
   */
  use({ url, token }) {
    this.marketplace = ['--sandbox', url, '--sandbox-token', token]
  }

  async start() {
    const program = new Program([...this.args, ...this.marketplace])
    this.program = program
    const { url } = await program.firstLine()
    if (url === undefined) throw new Error('the station does not say its address')
    const answer = await fetch(url, { redirect: 'manual' })
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    this.entry = url
    if (this.program === program) this.open()
    return this
  }

  /** kill -9: what it had not written is gone. */
  async kill() {
    const program = this.goesDown()
    await program?.kill()
  }

  async stop() {
    const program = this.goesDown()
    await program?.stop()
  }

  goesDown() {
    const { program, open } = this
    this.program = null
    const up = new Promise((resolve) => (this.open = () => resolve(undefined)))
    void up.then(open) // Whoever waited for a start that did not come about waits for the next.
    this.up = up
    return program
  }

  get origin() {
    return new URL(this.entry).origin
  }

  /**
   * What `revient verify` says of the data. The station must not be running.
   *
   * @returns {Promise<Verification>}
   */
  async verify() {
    const { status, out, words } = await run(['verify', '--data', this.dir, '--json'])
    if (status !== 0 && status !== 1) throw new Error(`verify ended with ${String(status)}: ${words}`)
    return /** @type {Verification} */ (JSON.parse(out))
  }

  /**
   * Puts a photo on the station, as a screen does.
   *
   * @param {Buffer} bytes
   * @returns {Promise<string>} Its identity.
   */
  async addPhoto(bytes) {
    const answer = await this.ask('/media/photos?source=file', { method: 'POST', body: new Uint8Array(bytes) })
    return /** @type {{id: string}} */ (await read(answer)).id
  }

  /**
   * @param {string} path
   * @param {{method?: string, headers?: Record<string, string>, body?: string | Uint8Array<ArrayBuffer>}} [init]
   */
  ask(path, { headers, ...init } = {}) {
    return fetch(this.origin + path, { ...init, headers: { ...headers, cookie: this.cookie, origin: this.origin } })
  }

  /**
   * The methods of a bound service, by name.
   *
   * @param {string} name
   * @returns {unknown}
   */
  service(name) {
    return new Proxy(
      {},
      {
        get: (_, method) => async (/** @type {unknown[]} */ ...args) => {
          const headers = { 'content-type': 'application/json' }
          return read(await this.ask(`/rpc/${name}/${String(method)}`, { method: 'POST', headers, body: JSON.stringify(args) }))
        },
      },
    )
  }
}

/**
 * @param {Response} answer
 * @returns {Promise<unknown>}
 */
async function read(answer) {
  const body = /** @type {unknown} */ (await answer.json())
  if (!answer.ok) throw new Fault(/** @type {FaultAnswer} */ (body))
  return body
}
