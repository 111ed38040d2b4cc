// The address of a screen lies in the hash, so that it works the same on wails:// and
// http:// and never asks a server for a page. Nine screens need forty lines, not a library.

import { useSyncExternalStore } from 'react'
import type { ScanScreen } from '../scan/actions'

/** The steps of a case that have a screen. */
export const caseSteps = ['request', 'reception', 'identity', 'checks', 'decision', 'paper'] as const satisfies readonly ScanScreen[]
export type CaseStep = (typeof caseSteps)[number]

export type Route =
  | { readonly screen: 'home' | 'sync' | 'settings' | 'assistant' }
  | { readonly screen: 'worklist'; readonly filter: string }
  | { readonly screen: 'cases'; readonly search: string }
  | { readonly screen: 'unidentified'; readonly id: string }
  | { readonly screen: 'case'; readonly id: string; readonly step: CaseStep | null }

/** The address of a screen, for a link. */
export function href(route: Route): string {
  const parts = [
    route.screen,
    'id' in route ? route.id : '',
    'step' in route ? (route.step ?? '') : 'filter' in route ? route.filter : 'search' in route ? route.search : '',
  ]
  return `#/${parts.filter((part) => part !== '').map(encodeURIComponent).join('/')}`
}

/** The screen that an address names; an address that names none is the home screen. */
export function parseRoute(hash: string): Route {
  const [screen, first = '', second = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  switch (screen) {
    case 'sync':
    case 'settings':
    case 'assistant':
      return { screen }
    case 'worklist':
      return { screen, filter: first }
    case 'cases':
      return { screen, search: first }
    case 'unidentified':
      return { screen, id: first }
    case 'case':
      return { screen, id: first, step: caseSteps.find((step) => step === second) ?? null }
    default:
      return { screen: 'home' }
  }
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
