import { Fault, toFault } from './fault'

/** Nothing the station does on its own disk takes longer; a promise of the desktop bridge may never settle. */
const patience = 20_000

/**
 * Runs one generated binding and turns every way it can fail into a Fault:
 * an error that Go answered, no station behind the screen, or no answer at all.
 */
export async function call<T>(binding: () => Promise<T>, timeout = patience): Promise<T> {
  if (!('go' in window)) throw new Fault('unavailable', 'screen.error.no_station')
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault('unavailable', 'screen.error.timeout')), timeout)
  })
  try {
    return await Promise.race([binding(), silence])
  } catch (thrown) {
    throw toFault(thrown)
  } finally {
    clearTimeout(timer)
  }
}

/** A new command's id. It is made once per intention and kept for its repeats, so that a repeat changes nothing. */
export function newCommandId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  // Not every window counts as a secure context, and only those have randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
