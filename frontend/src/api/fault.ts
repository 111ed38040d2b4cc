/** What a caller can do about a failure; the codes of app/fault. */
export type FaultCode = 'invalid' | 'not_found' | 'conflict' | 'unauthorized' | 'unavailable' | 'internal'

const codes: readonly string[] = ['invalid', 'not_found', 'conflict', 'unauthorized', 'unavailable', 'internal'] satisfies FaultCode[]

/** A failure that a person may be shown: a sentence's key with its values, never a text of the program's own. */
export class Fault extends Error {
  override readonly name = 'Fault'

  constructor(
    readonly code: FaultCode,
    /** Full key of the sentence in the catalogues. */
    readonly key: string,
    readonly args: Readonly<Record<string, string | number>> = {},
    /** The input at fault, or ''. */
    readonly field = '',
    /** What to quote when reporting it: names the line in the station's log. */
    readonly ref = '',
    cause?: unknown,
  ) {
    super(`${key} (${code})`, { cause })
  }
}

/**
 * Reads whatever a call was rejected with. Go's errors arrive as JSON in the
 * message of an Error, because the desktop bridge keeps nothing but a message.
 */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  const message = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : ''
  const told = parse(message)
  if (told === null || typeof told.key !== 'string' || typeof told.code !== 'string' || !codes.includes(told.code)) {
    return new Fault('internal', 'screen.error.unreadable', {}, '', '', thrown)
  }
  return new Fault(told.code as FaultCode, told.key, plain(told.args), asText(told.field), asText(told.ref), thrown)
}

function parse(message: string): Record<string, unknown> | null {
  try {
    const told: unknown = JSON.parse(message)
    return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : null
  } catch {
    return null // Not an error of Go's: the caller says that it cannot be read.
  }
}

function plain(args: unknown): Record<string, string | number> {
  if (typeof args !== 'object' || args === null) return {}
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'number' ? value : asText(value)]),
  )
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
}
