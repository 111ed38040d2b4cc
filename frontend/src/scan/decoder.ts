import { asPlaced, asTyped, read, type Reading, type Stroke } from './reading'
import { writesCharacter } from './keyboard'

/** How this station's gun sends its codes. Times are in milliseconds. */
export interface GunSettings {
  /** The longest pause inside a code; 20 for a wired gun, up to 150 for a slow radio one. */
  readonly maxGap: number
  /** The silence that ends a code when the gun sends no key after it. */
  readonly idle: number
  /** Shorter bursts are a person's, unless the prefix was seen. */
  readonly minLength: number
  /** Characters the gun is set to send before each code, or ''. */
  readonly prefix: string
  /** The keys that may end a code. */
  readonly terminators: readonly string[]
  /** The same code read again within this time is the same reading. */
  readonly repeat: number
  /** Places of keys that answer a question by themselves (Digit1 …): alone, they act one gap later. */
  readonly hotkeys: readonly string[]
}

export const defaultGun: GunSettings = {
  maxGap: 50,
  idle: 100,
  minLength: 6,
  prefix: '',
  terminators: ['Enter', 'Tab'],
  repeat: 800,
  hotkeys: [],
}

/** A key going down, with where it goes; or only time passing. */
export type ScanEvent =
  | (Stroke & {
      readonly ctrl?: boolean
      readonly alt?: boolean
      readonly meta?: boolean
      readonly held?: boolean
      /** The text of the focused field before this key, or absent when no field has the focus. */
      readonly field?: string
      /** An error is open: codes are refused until it is read. */
      readonly blocked?: boolean
    })
  | { readonly t: number }

export interface Scan {
  readonly reading: Reading
  /** accepted: act on it. repeated: the same code again, ignore it. refused: an error is open. */
  readonly fate: 'accepted' | 'repeated' | 'refused'
  /** What the focused field held before the burst, to be put back; null when no field had the focus. */
  readonly restore: string | null
  /** The pauses between keys, for the page that tests the gun. */
  readonly gaps: readonly number[]
}

/** The decoder's memory. Only feed makes a new one. */
export interface DecoderState {
  readonly strokes: readonly Stroke[]
  readonly field: string | null
  readonly blocked: boolean
  /** When the last key of the burst went down, those that write nothing included. */
  readonly latest: number
  readonly last: { readonly text: string; readonly t: number } | null
  /** Until when a terminator still belongs to a burst that silence has ended. */
  readonly lateTerminator: number
}

export const quiet: DecoderState = {
  strokes: [],
  field: null,
  blocked: false,
  latest: -Infinity,
  last: null,
  lateTerminator: -Infinity,
}

export interface Step {
  readonly state: DecoderState
  readonly scan: Scan | null
  /** The key must reach nothing else: it belongs to a burst, or is a hotkey that waits. */
  readonly swallow: boolean
  /** The place of a hotkey that turned out to be a person's, to act on now. */
  readonly hotkey: string | null
  /** When to come back with the time if no key comes before; null when nothing is pending. */
  readonly due: number | null
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn', 'Dead'])

/** After a burst that silence ended, an Enter this soon is the gun's and not a finger's. */
const slowTerminator = 300

/**
 * Takes one event and says what it means. It acts on the terminator at once;
 * silence ends a burst only for guns that send none. The rules and their
 * recordings are described in testdata/README.md.
 */
export function feed(state: DecoderState, event: ScanEvent, gun: GunSettings = defaultGun): Step {
  const settled = settle(state, event.t, gun)
  if (!('key' in event)) return settled
  const taken = take(settled.state, event, gun)
  return {
    ...taken,
    scan: settled.scan ?? taken.scan,
    hotkey: settled.hotkey ?? taken.hotkey,
  }
}

/** Lets time pass: a burst that fell silent becomes a scan, a lone hotkey acts, a broken burst is forgotten. */
function settle(state: DecoderState, now: number, gun: GunSettings): Step {
  const { strokes, latest } = state
  const silence = now - latest
  const scannable = isScan(strokes, gun)
  if (strokes.length === 0 || silence <= gun.maxGap || (scannable && gun.idle > 0 && silence < gun.idle)) {
    return step(state, gun)
  }
  if (scannable && gun.idle > 0) {
    const ended = finish(state, latest, gun)
    return { ...ended, state: { ...ended.state, lateTerminator: now + slowTerminator } }
  }
  const [only] = strokes
  const hotkey = strokes.length === 1 && only && isHotkey(state, only, gun) ? only.code : null
  return { ...step(forget(state), gun), hotkey }
}

function take(state: DecoderState, event: Extract<ScanEvent, { key: string }>, gun: GunSettings): Step {
  const { key, code, shift, t } = event
  if (event.held === true || modifiers.has(key)) return step(state, gun)
  const inBurst = state.strokes.length > 1 && t - state.latest <= gun.maxGap

  if (gun.terminators.includes(key)) {
    if (isScan(state.strokes, gun)) return { ...finish(state, t, gun), swallow: true }
    // A burst too short to be a code still must not press the button that has the focus.
    const swallow = t <= state.lateTerminator || (state.strokes.length >= 3 && state.field === null)
    return { ...step(forget(state), gun), swallow }
  }
  // AltGr arrives as Ctrl+Alt on some systems and does write characters; Ctrl or Alt alone are commands,
  // or, in a burst, control characters that the gun sends and nobody needs.
  const command = event.meta === true || (event.ctrl === true) !== (event.alt === true)
  if (command || !writesCharacter(key)) {
    if (!inBurst) return step(forget(state), gun)
    return { ...step({ ...state, latest: t }, gun), swallow: command }
  }

  const continues = state.strokes.length > 0 && t - state.latest <= gun.maxGap
  const next: DecoderState = {
    ...state,
    strokes: [...(continues ? state.strokes : []), { key, code, shift, t }],
    field: continues ? state.field : (event.field ?? null),
    blocked: event.blocked ?? false,
    latest: t,
  }
  const outside = next.field === null
  return { ...step(next, gun), swallow: outside && (continues || isHotkey(next, { key, code, shift, t }, gun)) }
}

function isScan(strokes: readonly Stroke[], gun: GunSettings): boolean {
  if (strokes.length >= gun.minLength) return true
  if (gun.prefix === '' || strokes.length <= gun.prefix.length) return false
  return asTyped(strokes).startsWith(gun.prefix) || asPlaced(strokes).startsWith(gun.prefix)
}

/** In a field a digit is a digit; elsewhere it may answer a question. */
function isHotkey(state: DecoderState, { code }: Stroke, gun: GunSettings): boolean {
  return state.field === null && gun.hotkeys.includes(code)
}

function finish(state: DecoderState, t: number, gun: GunSettings): Step {
  const reading = read(state.strokes, gun.prefix)
  const { text } = reading[0]
  const again = state.last?.text === text && t - state.last.t <= gun.repeat
  const fate = state.blocked ? 'refused' : again ? 'repeated' : 'accepted'
  const gaps = state.strokes.slice(1).map((stroke, i) => stroke.t - (state.strokes[i]?.t ?? stroke.t))
  return {
    // A gun held on a label reads it over and over: each reading renews the memory of it.
    ...step({ ...forget(state), last: fate === 'refused' ? state.last : { text, t } }, gun),
    scan: { reading, fate, restore: state.field, gaps },
  }
}

function forget(state: DecoderState): DecoderState {
  return { ...quiet, last: state.last, lateTerminator: state.lateTerminator }
}

/**
 * Silence says something of a whole code and of a lone hotkey only. Part of a code
 * waits without a clock: whether the next key still belongs to it is told by when
 * that key was struck, however late a busy machine hands it over.
 */
function dueOf(state: DecoderState, gun: GunSettings): number | null {
  const { strokes, latest } = state
  if (isScan(strokes, gun)) return gun.idle > 0 ? latest + Math.max(gun.idle, gun.maxGap + 1) : null
  const [only] = strokes
  return strokes.length === 1 && only && isHotkey(state, only, gun) ? latest + gun.maxGap + 1 : null
}

function step(state: DecoderState, gun: GunSettings): Step {
  return { state, scan: null, swallow: false, hotkey: null, due: dueOf(state, gun) }
}
