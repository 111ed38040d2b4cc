import type { api } from '../../api/api'

/** What became of a scan; waiting while the station has not answered yet. */
export type What = 'waiting' | 'received' | 'aside' | 'again' | 'several' | 'nothing' | 'failed' | 'undone'

/** One scan of a van. */
export interface Line {
  /** The id of its command, so that a repeat is the same scan. */
  readonly id: string
  readonly code: string
  readonly what: What
  readonly cases: readonly api.Row[]
  readonly sold: boolean
  readonly ended: boolean
  /** Number of the case in whose parcel it came. */
  readonly with: string
  /** Key and values of why the station refused it. */
  readonly fault: { readonly key: string; readonly args: Readonly<Record<string, string | number>> } | null
}

/** A van that is being unloaded. */
export interface Burst {
  /** The latest first. */
  readonly lines: readonly Line[]
  /** When the van came, by the workshop's clock; '' for the moment of each scan. */
  readonly arrived: string
  readonly reason: string
}

export const emptyVan: Burst = { lines: [], arrived: '', reason: '' }

const kinds: readonly string[] = ['received', 'aside', 'again', 'several', 'nothing'] satisfies What[]

/** A scan whose answer is not there yet. */
export function scanned(id: string, code: string, inParcelOf: string): Line {
  return { id, code, what: 'waiting', cases: [], sold: false, ended: false, with: inParcelOf, fault: null }
}

/** A line as the station answered it. */
export function answered(line: Line, { what, cases, sold, ended }: api.UnloadedView): Line {
  return { ...line, what: kinds.includes(what) ? (what as What) : 'failed', cases, sold, ended }
}

/** Puts a changed line where it was. */
export function changed(burst: Burst, line: Line): Burst {
  return { ...burst, lines: burst.lines.map((held) => (held.id === line.id ? line : held)) }
}

/** Reports whether a scan brought a parcel into the house. */
export function isHere({ what }: Line): boolean {
  return what === 'received' || what === 'aside'
}

/** The scan that an undo takes back, and the parcel that another device came in. */
export function latestHere(burst: Burst): Line | undefined {
  return burst.lines.find(isHere)
}

/** How many scans came to what. */
export function counts(burst: Burst): Readonly<Record<'received' | 'aside' | 'again' | 'several', number>> {
  const of = (what: What): number => burst.lines.filter((line) => line.what === what).length
  return { received: of('received'), aside: of('aside'), again: of('again'), several: of('several') }
}

/** The cases whose labels are to be stuck on, in the order in which the parcels came. */
export function labelled(burst: Burst): string[] {
  return burst.lines.filter(isHere).flatMap(({ cases }) => cases.map(({ id }) => id)).reverse()
}
