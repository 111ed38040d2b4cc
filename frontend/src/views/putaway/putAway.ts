import type { api } from '../../api/api'

/** What was scanned and answered so far of one device that is put away. */
export interface InHand {
  /** A code that names the device, and its row where it is on the round. */
  readonly device: { readonly code: string; readonly title: string; readonly row: api.HomelessView | null } | null
  readonly bin: api.BinView | null
  readonly wipe: string
  readonly grade: string
}

export const nothingInHand: InHand = { device: null, bin: null, wipe: '', grade: '' }

/** The places in which devices end up, and which ask what was done to them. */
const ends = ['stock', 'parts', 'scrap']

/** Where the device goes: the place of the bin that was scanned, or the one proposed. */
function placeOf({ device, bin }: InHand): string {
  return bin?.place ?? device?.row?.destination ?? ''
}

/** What is still to be said of the device for its place, in order; the gates themselves are the station's. */
export function asked(hand: InHand): ('wipe' | 'grade')[] {
  const row = hand.device?.row
  const place = placeOf(hand)
  if (!row || row.customers || !ends.includes(place)) return []
  return [
    ...(row.wipe === '' ? ['wipe' as const] : []),
    ...(place === 'stock' && row.grade === '' ? ['grade' as const] : []),
  ]
}

/** The first of them that has no answer yet. */
export function openQuestion(hand: InHand): 'wipe' | 'grade' | null {
  return asked(hand).find((question) => hand[question] === '') ?? null
}

/** What is sent once both codes and the answers are there; null before. */
export function layingOf(hand: InHand): api.LayForm | null {
  const { device, bin, wipe, grade } = hand
  if (!device || !bin || openQuestion(hand) !== null) return null
  const questions = asked(hand)
  const erased = questions.includes('wipe') ? wipe : ''
  return { bin: bin.code, code: device.code, wipe: erased, method: erased === 'done' ? 'clear' : '', grade: questions.includes('grade') ? grade : '' }
}
