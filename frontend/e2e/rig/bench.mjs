// A clerk who takes one return after the other from its request to its end, on the
// station's own screens.

import assert from 'node:assert/strict'
import { isClosed, untilCase } from './job.mjs'
import { paperOf } from './paper.mjs'
import { picture } from './photo.mjs'
import { samira } from './team.mjs'
import { until } from './until.mjs'
import { question } from './words.mjs'
import { pulled } from './workshop.mjs'

/**
 * @typedef {import('./station.mjs').CaseView} CaseView
 * @typedef {{id: string, number: string, order: number, folder: number, imei: string}} Returned
 * @typedef {'change_of_mind' | 'defect' | 'warranty'} Kind
 * @typedef {{answer?: 'ok' | 'ko' | 'na', value?: string, defect?: string}} Found
 */

export class Bench {
  /**
   * @param {import('./screen.mjs').Screen} screen
   * @param {{station: import('./station.mjs').Station, sandbox: import('./sandbox.mjs').Sandbox}} workshop
   */
  constructor(screen, { station, sandbox }) {
    this.screen = screen
    this.station = station
    this.sandbox = sandbox
    this.photos = 0
  }

  get page() {
    return this.screen.page
  }

  /**
   * A customer asks, and the clerk opens the request from the start screen and notes
   * when the parcel was delivered to them.
   *
   * @param {Kind} kind
   * @param {{issue?: string, shipped: string, delivered: string}} told Delivered on the workshop's clock, such as 2026-11-02T10:15.
   * @returns {Promise<Returned>}
   */
  async asked(kind, { issue = '', shipped, delivered }) {
    const { screen } = this
    const { order_id: order, folder_id: folder, imei } = await this.sandbox.open({ kind, issue, shipped_at: shipped })
    const { id, number } = await pulled(this.station, order)
    await this.scansAtHome(order)
    await screen.sees(screen.heading(number))
    await screen.button('Indiquer la date').first().click()
    const [day = '', time = ''] = delivered.split('T')
    await screen.page.getByLabel('Jour', { exact: true }).fill(day)
    await screen.page.getByLabel('Heure, si vous la connaissez').fill(time)
    await screen.page.getByRole('textbox', { name: 'D’où vient cette date ?' }).fill('Suivi du transporteur')
    await screen.press('F9')
    await screen.page.getByRole('dialog').waitFor({ state: 'detached' })
    return { id, number, order, folder, imei }
  }

  /** @param {string | number} code */
  async scansAtHome(code) {
    const { screen } = this
    await screen.link('Poste').first().click()
    await screen.sees(screen.heading('Scannez un colis'))
    await screen.focusNothing()
    await screen.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))) // From here on it takes scans.
    await screen.scan(code)
  }

  /**
   * The station proposes this, by this row, for these reasons, and says so.
   *
   * @param {Returned} returned
   * @param {{row: string, outcome: string, heading: string, reasons?: readonly (string | RegExp)[], dates?: Readonly<Record<string, string>>}} expected
   *   Dates by rule: the first instant that is too late.
   * @returns {Promise<CaseView>}
   */
  async proposes({ id }, { row, outcome, heading, reasons = [] }) {
    const { screen } = this
    await screen.sees(screen.heading(heading))
    if (row !== '') await screen.sees(screen.text(new RegExp(`${row} · règles`)))
    for (const reason of reasons) await screen.sees(screen.text(reason))
    const view = await this.station.cases.Get(id)
    assert.deepEqual([view.proposal?.row, view.proposal?.outcome], [row, outcome], view.number)
    return view
  }

  /** The request is answered with yes, the parcel arrives, its device is the one sold. */
  async authorises() {
    const { screen } = this
    await screen.press('F9')
    await screen.sees(screen.button(/Réceptionner le colis/))
  }

  /**
   * @param {Returned} returned
   * @param {string} [imei] Of the device in the parcel.
   */
  async receives({ number, imei: sold }, imei = sold) {
    const { screen } = this
    await this.scansAtHome(number)
    await screen.sees(screen.button(/Réceptionner le colis/))
    await screen.press('F9')
    await screen.sees(screen.heading('Scannez l’IMEI de l’appareil'))
    if (imei !== '') await screen.scan(imei)
    if (imei === sold) await screen.sees(screen.button(/réponses? manque|photos? manque|Terminer les contrôles/))
  }

  /**
   * Answers the checks: what was found by code, all else well.
   *
   * @param {Returned} returned
   * @param {Readonly<Record<string, Found>>} [found]
   */
  async inspects({ id }, found = {}) {
    const { screen, page } = this
    const view = await this.station.cases.Get(id)
    const checks = view.inspection?.checks ?? []
    const asked = checks.filter(({ code, mandatory }) => mandatory || code in found)
    for (const check of asked) {
      const group = page.getByRole('radiogroup', { name: question(check.code), exact: true })
      const { answer = 'ok', value, defect } = found[check.code] ?? {}
      const option = value === undefined ? check.options.findIndex((one) => one.answer === answer) : check.options.findIndex(({ code }) => code === value)
      const place = check.type === 'enum' ? option : ['ok', 'ko', 'na'].indexOf(answer)
      if (check.type === 'measure') {
        await screen.sees(page.getByRole('textbox', { name: /Mesure/ })) // The answer before it moved on to here.
        await page.getByRole('textbox', { name: /Mesure/ }).fill(String(Math.max(check.min, 90)))
        await page.getByRole('textbox', { name: /Mesure/ }).press('Enter')
        continue
      }
      const radio = group.getByRole('radio').nth(place)
      // The rows move when one asks for its photo; a person who hit beside it clicks again.
      await until(`${check.code} is answered`, async () => {
        if (!(await radio.isChecked())) await radio.click()
        return radio.isChecked()
      })
      if (defect !== undefined && check.defects.length > 1) {
        const first = (check.type === 'enum' ? check.options.length : 3) + 1
        await screen.press(String(first + check.defects.indexOf(defect)))
      }
    }
    await screen.sees(screen.button(/photos? manque|Terminer les contrôles/))
    const wanted = page.getByText('photo à prendre', { exact: true })
    for (let left = await wanted.count(); left > 0; left = await wanted.count()) {
      await page.getByRole('listitem').filter({ has: wanted }).first().getByRole('radio', { checked: true }).first().focus()
      await screen.choose('F4', [this.photo()])
      await until('the photo is kept', () => wanted.count(), (count) => count < left)
    }
    await screen.sees(screen.button(/Terminer les contrôles/))
    await screen.press('F9')
    await screen.sees(screen.text('Revient propose'))
  }

  /**
   * Takes the photos that are wanted, one after the other.
   *
   * @param {import('playwright-core').Locator} add The button that takes the next one.
   */
  async takesViews(add = this.page.getByRole('button', { name: /^Ajouter : / })) {
    const wanted = async () => (await add.allInnerTexts())[0] ?? ''
    await this.screen.sees(add.first())
    for (let next = await wanted(); next !== '';) {
      const taken = next
      await this.screen.choose('F4', [this.photo()])
      next = await until(`${taken} is kept`, wanted, (text) => text !== taken)
    }
  }

  /** The refusal that is proposed is prepared, photographed and given. */
  async refuses() {
    const { screen } = this
    await screen.press('F9')
    await screen.sees(screen.button(/^Refuser/))
    await this.takesViews()
    await screen.press('F9')
    await screen.sees(screen.heading('Emballer l’appareil du client'))
  }

  /**
   * What goes to the customer is scanned into its box, and the box leaves.
   *
   * @param {string} device
   * @param {string} tracking
   */
  async sendsOff(device, tracking) {
    const { screen } = this
    await screen.sees(screen.heading(/^Emballer l’appareil/))
    await screen.scan(device)
    await screen.sees(screen.heading('Remettre le colis'))
    await screen.scan(tracking)
    await until(`parcel ${tracking} has left`, () => screen.page.getByRole('heading', { name: 'Remettre le colis' }).count(), (count) => count === 0)
  }

  photo() {
    this.photos++
    return { name: `vue-${this.photos}.png`, mimeType: 'image/png', buffer: picture(this.photos) }
  }

  /**
   * A finding ends the inspection, with its own short list of photos.
   *
   * @param {string} digit
   */
  async stops(digit) {
    const { screen, page } = this
    await screen.button(/Constat bloquant/).click()
    await screen.sees(page.getByRole('dialog').getByRole('heading', { name: 'Constat bloquant' }))
    await screen.press(digit)
    await this.takesViews(page.getByRole('dialog').getByRole('button', { name: /^Ajouter : / }))
    await screen.press('F9')
    await screen.sees(screen.text('Revient propose'))
  }

  /**
   * The letter to the carrier is made on the screen that says until when.
   *
   * @param {string | RegExp} last
   */
  async protests(last) {
    const { screen } = this
    await screen.sees(screen.text(last))
    await screen.press('F3')
    await screen.button(/Faire la lettre/).waitFor({ state: 'detached' })
  }

  /** The hold that is proposed is put on the case. */
  async holds() {
    const { screen, page } = this
    await screen.press('F9')
    await screen.sees(page.getByRole('dialog').getByRole('heading', { name: 'Suspendre le dossier' }))
    await screen.press('F9')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await screen.sees(screen.text(/Suspendu depuis/))
  }

  /**
   * The case goes on, with a reason; where the device is another, by the word of
   * somebody who answers for it.
   *
   * @param {string} why
   */
  async resumes(why) {
    const { screen, page } = this
    await screen.button(/^Reprendre/).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: /Raison/ }).fill(why)
    const pin = page.getByLabel('Code du responsable')
    if ((await pin.count()) > 0) await pin.fill(samira.pin)
    await screen.press('F9')
    await screen.text(/Suspendu depuis/).waitFor({ state: 'detached' })
  }

  /**
   * A full refund is decided where the table proposes none.
   *
   * @param {string} why
   */
  async refundsAllTheSame(why) {
    const { screen, page } = this
    await screen.button(/^Tout rembourser/).click()
    await page.getByRole('textbox', { name: 'Pourquoi autrement' }).fill(why)
    await screen.press('F9')
    await this.givesPin()
    await screen.sees(screen.text('A-2026-F01A'))
  }

  /**
   * The refund that is proposed is confirmed once.
   *
   * @param {{pin?: boolean}} [options] Whether somebody who has just sat down is asked who they are.
   */
  async refunds({ pin = false } = {}) {
    const { screen } = this
    await screen.press('F9')
    await screen.sees(screen.heading(/^Rembourser .* \?$/))
    await screen.press('F9')
    if (pin) await this.givesPin()
    await screen.sees(screen.heading('Ranger l’appareil'))
  }

  /**
   * The device is wiped and put somewhere.
   *
   * @param {string} answers One digit each: wiped, grade, place.
   * @param {string} bin
   */
  async putsAway(answers = '131', bin = 'BIN-A01') {
    const { screen } = this
    await screen.answer(answers)
    await screen.scan(bin)
  }

  /**
   * The case is opened again, as it is by now.
   *
   * @param {Returned} returned
   */
  async reopens({ number, imei }) {
    await this.scansAtHome(imei)
    await this.screen.sees(this.screen.heading(number))
  }

  /**
   * The choice that is proposed is put to the customer, and the case visibly waits
   * until the answer is noted.
   *
   * @param {string} answer
   */
  async putsTheChoice(answer) {
    const { screen, page } = this
    await screen.sees(screen.heading('Laisser choisir le client'))
    await screen.press('F9')
    await screen.sees(screen.heading('Poser un choix au client'))
    await screen.press('F9')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await screen.sees(screen.text('Le dossier attend le client'))
    await screen.sees(screen.button(answer))
    await screen.button(answer).click()
  }

  /** The repair that is proposed is done, with a part, and looked at. */
  async repairs() {
    const { screen } = this
    await screen.press('F9')
    await screen.sees(screen.button(/Commencer la réparation/))
    await screen.press('F9')
    await screen.sees(screen.button(/Réparation finie/))
    await screen.press('F6')
    await screen.sees(screen.text('Pièces posées'))
    await screen.press('F9')
    await screen.sees(screen.heading('Contrôle qualité'))
    await screen.sees(screen.button(/^Conforme/))
    await screen.press('F9')
  }

  /** A PIN is asked for above the screen, and given. */
  async givesPin(pin = samira.pin) {
    const { screen, page } = this
    await screen.sees(screen.heading('Un code, s’il vous plaît'))
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
  }

  /**
   * The marketplace writes a partial refund nowhere: a person says where they saw it.
   *
   * @param {Returned} returned
   * @param {string} where
   */
  async seesRefund({ id }, where) {
    const { screen, page } = this
    await this.station.sending.SyncNow()
    await untilCase(this.station, id, 'asks a person about its refund', ({ refunds }) => refunds.some(({ askPerson }) => askPerson))
    await screen.button('Dire ce qu’il est devenu').click()
    await page.getByRole('dialog').getByText('Remboursé', { exact: true }).click()
    await page.getByRole('textbox', { name: /Vu où/ }).fill(where)
    await page.getByLabel('Code du responsable').fill(samira.pin)
    await screen.press('F9')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /**
   * What is waiting leaves, and the case ends.
   *
   * @param {Returned} returned
   */
  async closes({ id }) {
    await this.station.sending.SyncNow()
    const view = await untilCase(this.station, id, 'is closed', isClosed)
    await this.screen.sees(this.screen.heading('Dossier clos'))
    return view
  }

  /**
   * What the workshop wrote to the customer.
   *
   * @param {Returned} returned
   */
  async told({ order }) {
    const entries = await this.sandbox.ledger()
    return entries.filter(({ kind, by, order_id: of }) => kind === 'message' && by === 'seller' && of === order).map(({ text = '' }) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' '))
  }

  /**
   * What the marketplace paid for an order, in minor units.
   *
   * @param {Returned} returned
   */
  async paid({ order }) {
    const entries = await this.sandbox.ledger()
    return entries.filter(({ kind, order_id: of }) => kind === 'refund' && of === order).map(({ cents }) => cents)
  }

  /**
   * A paper of the case, as its reader reads it.
   *
   * @param {Returned} returned
   * @param {string} kind
   */
  async paper({ id }, kind) {
    return paperOf(this.station, await this.station.cases.Get(id), kind)
  }
}

/**
 * An amount as it stands on paper, whose spaces were made plain.
 *
 * @param {{minor: number} | undefined} money
 */
export function onPaper(money) {
  const [whole = '', cents = ''] = ((money?.minor ?? 0) / 100).toFixed(2).split('.')
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ')},${cents} €`
}
