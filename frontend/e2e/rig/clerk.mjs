// A clerk who does one return after the other and does not give in: what was not
// answered is sent again, under the same command's id, until it is.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { job } from './job.mjs'
import { Fault } from './station.mjs'
import { search } from './workshop.mjs'
import { until } from './until.mjs'

/**
 * @typedef {import('./job.mjs').Step} Step
 * @typedef {{id: string, line: number, imei: string, number: number, answered: Step[]}} Return A return, and what
 *   the station has answered of it.
 */

export class Clerks {
  /**
   * @param {import('./station.mjs').Station} station
   * @param {import('./sandbox.mjs').Sandbox} sandbox
   */
  constructor(station, sandbox) {
    this.station = station
    this.sandbox = sandbox
    /** @type {Return[]} */
    this.returns = []
    this.goingHome = false
    /** Commands that were sent and are not answered. */
    this.inFlight = 0
    /** How many answers got lost, and the commands were sent again. */
    this.repeats = 0
  }

  /** Does returns until it is time to go home; the one begun is finished. */
  async work() {
    while (!this.goingHome) {
      const { order_id: order, orderline_id: line, imei } = await this.sandbox.open()
      const [row] = await until(`order ${order} is pulled`, () => this.insist(() => this.pulled(order)), (rows) => rows.length > 0)
      /** @type {Return} */
      const returned = { id: row?.id ?? '', line, imei, number: this.returns.length, answered: [] }
      this.returns.push(returned)
      for (const step of job) await this.do(step, returned)
    }
  }

  /** @param {number} order */
  async pulled(order) {
    const rows = await search(this.station, String(order))
    if (rows.length === 0) await this.station.sending.SyncNow()
    return rows
  }

  /**
   * @param {Step} step
   * @param {Return} returned
   */
  async do(step, returned) {
    const command = randomUUID()
    const before = await this.insist(async () => step.before?.(this.station, returned))
    const view = await this.insist(() => step.send(this.station, command, returned, before))
    assert.ok(step.kept(view), `${view.number}: "${step.name}" was answered and is not there`)
    returned.answered.push(step)
  }

  /**
   * Asks until there is an answer. A refusal is one.
   *
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T>}
   */
  async insist(ask) {
    for (;;) {
      await this.station.up
      this.inFlight++
      try {
        return await ask()
      } catch (error) {
        if (error instanceof Fault || error instanceof assert.AssertionError) throw error
        this.repeats++ // The station was killed under the request.
      } finally {
        this.inFlight--
      }
    }
  }
}
