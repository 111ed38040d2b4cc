// The address of a screen lies in the hash, so that it works the same on wails:// and
// http:// and never asks a server for a page. Nine screens need sixty lines, not a library.

import { useSyncExternalStore } from 'react'
import type { ScanScreen } from '../scan/actions'

/** The steps of a case that have a screen. */
export const caseSteps = ['request', 'reception', 'identity', 'checks', 'decision', 'paper'] as const satisfies readonly ScanScreen[]
export type CaseStep = (typeof caseSteps)[number]

export type Route =
  | { readonly screen: 'home' | 'sending' | 'assistant' | 'approvals' | 'shift' }
  | { readonly screen: 'settings'; readonly section: string; /** A case whose customer's data are shown. */ readonly person?: string }
  /** Devices to put away, and a van that is unloaded. */
  | { readonly screen: 'putaway' | 'burst' }
  /** The replacement units: the list, one of them by its id, or a way to add some. */
  | { readonly screen: 'stock'; readonly part: string }
  /** What lies in a bin. */
  | { readonly screen: 'bin'; readonly code: string }
  /** The day's books, and the files of what left. */
  | { readonly screen: 'closing' | 'sold' }
  /** The marketplace's statements; one of them by its id. */
  | { readonly screen: 'payouts'; readonly id: string }
  /** Everything that is known of a device. */
  | { readonly screen: 'device'; readonly code: string }
  | { readonly screen: 'worklist'; readonly filter: string }
  /** The cases, and those that a text is searched in. */
  | { readonly screen: 'search'; readonly search: string }
  /** What a scanned code matched, where that is not one open case. */
  | { readonly screen: 'scanned'; readonly code: string }
  /** A request by hand; from a sale when the code of one is known. */
  | { readonly screen: 'request'; readonly code: string }
  | {
      readonly screen: 'case'
      readonly id: string
      readonly step: CaseStep | null
      /** The code whose scan led here, so that reception is one key. */
      readonly scanned?: string
    }

const paths = {
  home: '',
  worklist: 'todo',
  search: 'search',
  scanned: 'scanned',
  request: 'request',
  case: 'cases',
  sending: 'sending',
  settings: 'settings',
  assistant: 'assistant',
  putaway: 'put-away',
  burst: 'burst',
  stock: 'stock',
  bin: 'bins',
  approvals: 'approvals',
  shift: 'shift',
  closing: 'closing',
  payouts: 'payouts',
  sold: 'sold-units',
  device: 'device',
} as const satisfies Record<Route['screen'], string>

function rest(route: Route): string[] {
  switch (route.screen) {
    case 'settings':
      return [route.section, route.person ?? '']
    case 'worklist':
      return [route.filter]
    case 'search':
      return [route.search]
    case 'stock':
      return [route.part]
    case 'payouts':
      return [route.id]
    case 'scanned':
    case 'request':
    case 'bin':
    case 'device':
      return [route.code]
    case 'case':
      return [route.id, route.step ?? '']
    default:
      return []
  }
}

/** The address of a screen, for a link. */
export function href(route: Route): string {
  const path = [paths[route.screen], ...rest(route)].filter((part) => part !== '').map(encodeURIComponent).join('/')
  const scanned = route.screen === 'case' && route.scanned !== undefined ? `?scanned=${encodeURIComponent(route.scanned)}` : ''
  return `#/${path}${scanned}`
}

/** The screen that an address names; an address that names none is the home screen. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [screen, first = '', second = ''] = path.split('/').map(decoded)
  switch (screen) {
    case paths.sending:
      return { screen: 'sending' }
    case paths.assistant:
      return { screen: 'assistant' }
    case paths.approvals:
      return { screen: 'approvals' }
    case paths.shift:
      return { screen: 'shift' }
    case paths.settings:
      return { screen: 'settings', section: first, ...(second === '' ? {} : { person: second }) }
    case paths.worklist:
      return { screen: 'worklist', filter: first }
    case paths.search:
      return { screen: 'search', search: first }
    case paths.scanned:
      return { screen: 'scanned', code: first }
    case paths.request:
      return { screen: 'request', code: first }
    case paths.closing:
      return { screen: 'closing' }
    case paths.payouts:
      return { screen: 'payouts', id: first }
    case paths.sold:
      return { screen: 'sold' }
    case paths.device:
      if (first === '') return { screen: 'search', search: '' }
      return { screen: 'device', code: first }
    case paths.putaway:
      return { screen: 'putaway' }
    case paths.burst:
      return { screen: 'burst' }
    case paths.stock:
      return { screen: 'stock', part: first }
    case paths.bin:
      if (first === '') return { screen: 'settings', section: 'bins' }
      return { screen: 'bin', code: first }
    case paths.case:
      if (first === '') return { screen: 'search', search: '' }
      return { screen: 'case', id: first, step: caseSteps.find((step) => step === second) ?? null, ...scannedIn(query) }
    default:
      return { screen: 'home' }
  }
}

function scannedIn(query: string): { scanned?: string } {
  const scanned = new URLSearchParams(query).get('scanned')
  return scanned === null ? {} : { scanned }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // A hand-written address with a lone percent sign.
  }
}

/** Goes to a screen; replace leaves no way back to this one. */
export function go(route: Route, replace = false): void {
  if (replace) window.location.replace(href(route))
  else window.location.hash = href(route)
}

function watch(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The screen that the address names now. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watch, () => window.location.hash))
}
