import { createContext } from 'react'
import type { Fault } from './fault'

/**
 * Asks whoever is at the screen for the PIN that a command wants, says why, and
 * tells the station whose command it is. Resolves with whether a PIN was given.
 */
export type AskPin = (commandId: string, why: Fault) => Promise<boolean>

/** Nobody is asked where no frame is around: the refusal is shown as any other. */
export const PinContext = createContext<AskPin>(() => Promise.resolve(false))

const wanted = /^errors_(station\.pin\.needed|people\.(lead|manager)_needed)$/
const notEnough = /^errors_people\.(lead|manager)_only$/

/** Reports whether the station would take the command from somebody who gives their PIN. */
export function wantsPin({ key }: Fault): boolean {
  return wanted.test(key) || notEnough.test(key)
}

/** Reports whether a PIN was given and its owner lacks the right, so that another one may help. */
export function lacksRight({ key }: Fault): boolean {
  return notEnough.test(key)
}

/** Reports whether a form brought a PIN of its own: it then shows itself what is wrong with it. */
export function bringsPin(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'pin' in argument && argument.pin !== ''
}
