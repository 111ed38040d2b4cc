import type { Kind } from './classify'

/** Where the operator is: a view, or the step of a case that is open. */
export type ScanScreen =
  | 'home'
  | 'worklist'
  | 'cases'
  | 'unidentified'
  | 'request'
  | 'reception'
  | 'identity'
  | 'checks'
  | 'decision'
  | 'paper'
  | 'sending'
  | 'burst'
  | 'putaway'
  | 'bin'
  | 'stock'
  | 'unit'
  | 'form'
  | 'settings'
  | 'assistant'

/**
 * What a scan does.
 * - find: look the code up; open the case it names, or receive it; nothing found opens an unidentified parcel.
 * - leave: as find, but ask first when the code is not of the case that is open.
 * - identity: it is the reading of the device's IMEI or serial.
 * - tie: tie the unidentified parcel, or the request being written, to the case or order that the code names.
 * - move: the device goes into that bin: whichever of the two was scanned first.
 * - operator: whoever carries that badge works at the screen from now on; nothing typed is lost.
 * - unit: it is the device meant: kept for an exchange, or packed; where none is asked for, as leave.
 * - ship: it is the label of the parcel that leaves; where none leaves, as find.
 * - refuse: nothing happens, with the error sound and a sentence.
 */
export type ScanAction = 'find' | 'leave' | 'identity' | 'tie' | 'move' | 'unit' | 'ship' | 'operator' | 'refuse'

/** Every screen answers for every kind of code: a kind added to classify.ts does not compile until it is here. */
type Answers = Readonly<Record<Kind, ScanAction>>

const outsideACase: Answers = {
  badge: 'operator',
  bin: 'find',
  case: 'find',
  imei: 'find',
  order: 'find',
  tracking: 'find',
  serial: 'find',
  unknown: 'find',
}

const insideACase: Answers = {
  badge: 'operator',
  bin: 'move',
  case: 'leave',
  imei: 'leave',
  order: 'leave',
  tracking: 'leave',
  serial: 'leave',
  unknown: 'refuse',
}

/** Where devices are laid down, every code is one of a device or of a bin. */
const laying: Answers = {
  badge: 'operator',
  bin: 'move',
  case: 'move',
  imei: 'move',
  order: 'move',
  tracking: 'move',
  serial: 'move',
  unknown: 'move',
}

const nothing: Answers = {
  badge: 'operator',
  bin: 'refuse',
  case: 'refuse',
  imei: 'refuse',
  order: 'refuse',
  tracking: 'refuse',
  serial: 'refuse',
  unknown: 'refuse',
}

/** The one table of what a scan does: screen by kind of code. */
export const scanActions: Readonly<Record<ScanScreen, Answers>> = {
  home: outsideACase,
  worklist: outsideACase,
  cases: outsideACase,
  sending: outsideACase,
  // A van: whatever is scanned is received or set aside, and the next one comes.
  burst: outsideACase,
  putaway: laying,
  // Another bin is another screen.
  bin: { ...laying, bin: 'find' },
  stock: { ...outsideACase, imei: 'identity', serial: 'identity', unknown: 'identity', bin: 'move' },
  unit: { ...outsideACase, bin: 'move' },
  unidentified: { ...outsideACase, case: 'tie', imei: 'tie', order: 'tie', serial: 'tie', tracking: 'find' },
  request: insideACase,
  // Parcels are received in a row: the next one's label is the next thing scanned.
  reception: { ...insideACase, tracking: 'find', case: 'find', order: 'find' },
  identity: { ...insideACase, imei: 'identity', serial: 'identity', unknown: 'identity' },
  checks: insideACase,
  decision: { ...insideACase, imei: 'unit', serial: 'unit' },
  paper: { ...insideACase, imei: 'unit', serial: 'unit', tracking: 'ship', case: 'find', order: 'find' },
  // A form takes what a label can fill in, and nothing that would leave it half written.
  form: { ...nothing, imei: 'identity', serial: 'identity', order: 'tie' },
  settings: nothing,
  assistant: { ...nothing, badge: 'refuse' }, // There is nobody yet.
}
