// The sandbox as a process of its own, and its control room: the network, the
// customers and the marketplace's staff.

import { Program } from './program.mjs'

/**
 * @typedef {{folder_id: number, order_id: number, orderline_id: number, imei: string, return_tracking: string, cents: number}} Opened
 * @typedef {{order_id: number, orderlines: {state: number, imei: string, product: string}[]}} Order
 * @typedef {{seq: number, kind: string, by: string, order_id?: number, orderline_id?: number, folder_id?: number,
 *   cents?: number, text?: string, attachments?: {name: string, mime: string, bytes: number, sha256: string}[]}} Entry
 */

export class Sandbox {
  /**
   * @param {string} dir Where it keeps what it was told, through a stop.
   * @param {{clock?: string}} [options] When it starts, where that is not now.
   */
  constructor(dir, { clock } = {}) {
    this.dir = dir
    this.clock = clock === undefined ? [] : ['--clock', clock]
    this.url = ''
    this.token = ''
    /** @type {Program | null} */
    this.program = null
  }

  /** Starts it, at the address it had before. */
  async start() {
    const address = this.url === '' ? '127.0.0.1:0' : new URL(this.url).host
    this.program = new Program(['sandbox', '--listen', address, '--data', this.dir, ...this.clock])
    const { url, token } = await this.program.firstLine()
    if (url === undefined || token === undefined) throw new Error('the sandbox does not say its address and its token')
    this.url = url
    this.token = token
    return this
  }

  /** The network is off: its address refuses connections until it is started again. */
  async stop() {
    await this.program?.kill()
    this.program = null
  }

  /**
   * Makes requests fail; mode "none" ends all faults.
   *
   * @param {{mode: string, path?: string, method?: string, count?: number, delay_ms?: number}} fault
   */
  async fail(fault) {
    await this.control('POST', 'faults', fault)
  }

  /**
   * A customer asks for something.
   *
   * @param {{order_id?: number, kind?: string, issue?: string, country?: string, text?: string, shipped_at?: string}} [request]
   * @returns {Promise<Opened>}
   */
  async open(request = { kind: 'defect' }) {
    return /** @type {Opened} */ (await this.control('POST', 'folders', request))
  }

  /** Every write that was applied, in order.
   *
   * @returns {Promise<Entry[]>}
   */
  async ledger() {
    const { entries } = /** @type {{entries: Entry[]}} */ (await this.control('GET', 'ledger'))
    return entries
  }

  /**
   * The latest orders, as a seller reads them.
   *
   * @returns {Promise<Order[]>}
   */
  async orders() {
    const { results } = /** @type {{results: Order[]}} */ (await this.ask('GET', '/ws/orders?page-size=50'))
    return results
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  control(method, path, body) {
    return this.ask(method, `/_control/${path}`, body)
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<unknown>}
   */
  async ask(method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: `Basic ${this.token}`, 'content-type': 'application/json', 'user-agent': 'BM-Revient-e2e' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`the sandbox answers ${method} ${path} with ${answer.status}: ${text}`)
    return /** @type {unknown} */ (JSON.parse(text))
  }
}
