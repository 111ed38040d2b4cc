// One run of the binary: it says where it is in its first line, and ends when it
// is told to, in order or by a kill.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { revient } from './binary.mjs'

const said = 4000 // Characters of what it said last that a failure shows.

/** @type {Set<Program>} */
const running = new Set()
process.on('exit', () => running.forEach((program) => program.child.kill('SIGKILL')))

export class Program {
  /** @param {readonly string[]} args */
  constructor(args) {
    /** What it wrote for people, the end of it. */
    this.words = ''
    this.args = args
    this.child = spawn(revient, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' } })
    this.child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      this.words = (this.words + text).slice(-said)
    })
    running.add(this)
    /** Resolves when it has ended, whichever way. */
    this.ended = once(this.child, 'exit').then(() => {
      running.delete(this)
    })
  }

  /**
   * Its first line, which is for programs; rejects when it ends without one.
   *
   * @returns {Promise<Record<string, string>>}
   */
  async firstLine() {
    const lines = createInterface({ input: this.child.stdout })
    const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), this.ended.then(() => null)])
    if (line === null) throw new Ended(this)
    return /** @type {Record<string, string>} */ (JSON.parse(line))
  }

  /** The cable is pulled: kill -9. */
  async kill() {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** Asks it to stop, and waits for what is in flight. */
  async stop() {
    this.child.kill('SIGTERM')
    await this.ended
  }
}

/** It ended before it said where it is. */
export class Ended extends Error {
  /** @param {Program} program */
  constructor(program) {
    super(`revient ${program.args.join(' ')} ended with ${program.child.exitCode ?? program.child.signalCode}:\n${program.words}`)
    /** It did not end by itself. */
    this.killed = program.child.signalCode === 'SIGKILL'
  }
}

/**
 * Runs a command to its end.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{status: number | null, out: string, words: string}>}
 */
export async function run(args) {
  const program = new Program(args)
  let out = ''
  program.child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    out += text
  })
  await once(program.child, 'close')
  return { status: program.child.exitCode, out, words: program.words }
}
