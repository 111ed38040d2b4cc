// A screen of the station in Chromium, worked as a person works it: a scanner that
// types without a focus, keys, a few clicks, and photos. It counts them.

import { chromium } from 'playwright-core'
import { chromiumPath } from './binary.mjs'
import { shoot } from './gun.mjs'
import { until } from './until.mjs'

/** Milliseconds in which the station's own disk answers, on a busy machine too. */
const patience = 15_000

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {{width: number, height: number}} Size
 */

/** The size of a packing station's screen. */
export const small = { width: 1280, height: 800 }

/** @returns {Promise<Browser>} */
export function openBrowser() {
  return chromium.launch({ executablePath: chromiumPath(), args: quiet })
}

export class Screen {
  /**
   * @param {Page} page
   * @param {import('playwright-core').CDPSession} keyboard
   */
  constructor(page, keyboard) {
    this.page = page
    this.keyboard = keyboard
    /** What a person did since the last count began. */
    this.count = { scans: 0, keys: 0, screens: 0, photos: 0 }
    /** What the page complained about.
     *
     * @type {string[]}
     */
    this.complaints = []
    page.on('console', (message) => {
      // A refusal of the station is an answer; Chromium notes its status all the same.
      const answer = message.text().startsWith('Failed to load resource')
      if (['error', 'warning'].includes(message.type()) && !answer) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  /**
   * Opens the station in a browser window of its own.
   *
   * @param {Browser} browser
   * @param {import('./station.mjs').Station} station
   * @param {{size?: Size, scheme?: 'light' | 'dark'}} [options]
   */
  static async open(browser, station, { size = small, scheme = 'light' } = {}) {
    const context = await browser.newContext({ viewport: size, locale: 'fr-FR', colorScheme: scheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const screen = new Screen(page, await context.newCDPSession(page))
    await page.goto(station.entry)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))) // From here on it takes scans.
    return screen
  }

  /** Nothing has the focus: a scan goes where the station says, not where the cursor is. */
  async focusNothing() {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
  }

  /**
   * The scanner reads a label.
   *
   * @param {string | number} code
   */
  async scan(code) {
    this.count.scans++
    await shoot(this.keyboard, String(code))
  }

  /**
   * A person presses a key, or several one after the other.
   *
   * @param {readonly string[]} keys Such as "F9", or "Control+z".
   */
  async press(...keys) {
    for (const key of keys) {
      this.count.keys++
      await this.page.keyboard.press(key)
    }
  }

  /**
   * Answers the questions of the screen, one digit each.
   *
   * @param {string} digits
   */
  async answer(digits) {
    const given = this.page.getByRole('radio', { checked: true })
    for (const digit of Array.from(digits)) {
      const before = await given.count()
      await this.press(digit)
      await until(`the answer ${digit} is taken`, () => given.count(), (count) => count > before)
    }
  }

  /**
   * Goes through a door of the navigation: a click, counted as a key.
   *
   * @param {string} name
   */
  async go(name) {
    this.count.keys++
    await this.page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name }).click()
  }

  /**
   * The heading of the screen, or of the step in it, has come: one screen more.
   *
   * @param {string | RegExp} name
   */
  async arrives(name) {
    await this.arrivesAt(this.heading(name))
  }

  /** @param {import('playwright-core').Locator} landmark What shows that another screen is there. */
  async arrivesAt(landmark) {
    this.count.screens++
    await this.sees(landmark)
  }

  /**
   * Waits until something is on the screen, and says what is there instead.
   *
   * @param {import('playwright-core').Locator} wanted
   */
  async sees(wanted) {
    try {
      await wanted.waitFor({ timeout: patience })
    } catch (cause) {
      const shown = await this.page.locator('body').ariaSnapshot()
      throw new Error(`${String(wanted)} is not at ${this.page.url()}\n${shown}\n${this.complaints.join('\n')}`, { cause })
    }
  }

  /** @param {string | RegExp} name */
  heading(name) {
    return this.page.getByRole('heading', { name }).first()
  }

  /** @param {string | RegExp} name */
  button(name) {
    return this.page.getByRole('button', { name })
  }

  /** @param {string | RegExp} name */
  link(name) {
    return this.page.getByRole('link', { name })
  }

  /** @param {string | RegExp} text */
  text(text) {
    return this.page.getByText(text).first()
  }

  /** The failure that is shown. */
  get alert() {
    return this.page.getByRole('alert').first()
  }

  /** What was just done, in the region that says so. */
  get toast() {
    return this.page.getByRole('status', { name: 'Ce qui vient d’être fait' })
  }

  /**
   * Photos through the file dialog that a key opens.
   *
   * @param {string} key
   * @param {readonly {name: string, mimeType: string, buffer: Buffer}[]} files
   */
  async choose(key, files) {
    this.count.photos += files.length
    const dialog = this.page.waitForEvent('filechooser')
    await this.press(key)
    await (await dialog).setFiles([...files])
  }

  /**
   * A file is pasted, or dropped onto the page. No browser lets a script fill the
   * clipboard with a file or drag one in, so the page gets the very event.
   *
   * @param {'paste' | 'drop'} way
   * @param {{name: string, mimeType: string, buffer: Buffer}} file
   */
  async give(way, { name, mimeType, buffer }) {
    this.count.photos++
    await this.page.evaluate(
      ({ way: how, name: called, mimeType: type, bytes }) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], called, { type }))
        const target = document.querySelector('main') ?? document.body
        const init = { bubbles: true, cancelable: true }
        if (how === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }))
        else for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { ...init, dataTransfer: data }))
      },
      { way, name, mimeType, bytes: [...buffer] },
    )
  }

  close() {
    return this.page.context().close()
  }
}
