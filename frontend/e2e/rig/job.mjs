// The whole job of a return as the commands that the screens send, each with what
// must be there from the moment it was answered.

import { until } from './until.mjs'
import { picture } from './photo.mjs'

/**
 * @typedef {import('./station.mjs').Station} Station
 * @typedef {import('./station.mjs').CaseView} CaseView
 *
 * @typedef {object} Order What is known of a return before it begins.
 * @property {string} id Its case.
 * @property {string} imei Of the device in the parcel.
 * @property {number} number Makes its photo one of its own.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {(station: Station, order: Order) => Promise<unknown>} [before] What the screen sends first: a photo's bytes.
 * @property {(station: Station, command: string, order: Order, before: any) => Promise<CaseView>} send
 * @property {(view: CaseView) => boolean} kept Holds from its answer on, for good.
 */

/** A yes to a request, told in the marketplace's conversation, without a label of ours. */
export const yes = { label: false, how: '', override: '', pin: '' }

/** @type {readonly Step[]} */
export const job = [
  {
    name: 'authorise',
    send: (station, command, { id }) => station.cases.Authorise(command, id, yes),
    kept: (view) => view.authorisedAt.at !== '',
  },
  {
    name: 'receive',
    send: (station, command, { id, imei }) => station.cases.Receive(command, id, { arrived: '', reason: '', code: imei }),
    kept: (view) => Boolean(view.reception),
  },
  {
    name: 'read the identity',
    send: (station, command, { id, imei }) => station.cases.ReadIdentity(command, id, { imei, serial: '', unreadable: false }),
    kept: (view) => view.identity.state === 'match',
  },
  {
    name: 'answer the checks',
    before: (station, { id }) => station.cases.Get(id),
    send: (station, command, { id }, /** @type {CaseView} */ view) => station.cases.RecordChecks(command, id, answers(view)),
    kept: (view) => view.inspection?.open.length === 0,
  },
  {
    name: 'add a photo',
    before: async (station, { id, number }) => ({ photo: await station.addPhoto(picture(number)), check: tested(await station.cases.Get(id)) }),
    send: (station, command, { id }, /** @type {{photo: string, check: string}} */ { photo, check }) =>
      station.cases.AddEvidence(command, id, { photos: [photo], check, view: '', source: 'file' }),
    kept: (view) => view.evidence.length === 1,
  },
  {
    name: 'complete the inspection',
    send: (station, command, { id }) => station.cases.CompleteInspection(command, id),
    kept: (view) => (view.inspection?.completedAt ?? '') !== '',
  },
  {
    name: 'decide the refund',
    before: (station, { id }) => station.cases.Get(id),
    send: (station, command, { id }, /** @type {CaseView} */ view) =>
      station.cases.DecideFullRefund(command, id, { expected: total(view), override: '', proof: '', pin: '2580' }),
    kept: (view) => view.decision?.outcome === 'full_refund' && view.refunds.length === 1,
  },
  {
    name: 'put the device away',
    send: (station, command, { id }) =>
      station.cases.PutAway(command, id, { wipe: 'done', method: 'clear', tool: '', grade: 'good', place: 'stock', bin: 'A-01' }),
    kept: (view) => view.devicePutAway,
  },
]

/**
 * The answers to the mandatory checks of a device that has the fault its customer
 * tells, and no other.
 *
 * @param {CaseView} view
 */
export function answers(view) {
  const failing = tested(view)
  return (view.inspection?.checks ?? [])
    .filter((check) => check.mandatory)
    .map(({ code, options, defects }) => {
      const value = options.find((option) => option.answer === 'ok')?.code ?? ''
      return code === failing && code !== 'COM-10'
        ? { code, answer: 'ko', defect: defects[0] ?? '', value, reason: '' }
        : { code, answer: 'ok', defect: '', value, reason: '' }
    })
}

/**
 * The test of what the customer told. A wrong colour has none: its photo then hangs
 * on the traces of liquid, where none are.
 *
 * @param {CaseView} view
 */
function tested(view) {
  const test = view.inspection?.checks.find(({ step, type, mandatory }) => step === 'tests' && type === 'pass_fail' && mandatory)
  return test?.code ?? 'COM-10'
}

/**
 * What the rules propose to refund; after the decision, what was granted.
 *
 * @param {CaseView} view
 */
export function total(view) {
  return view.proposal?.total ?? view.refunds[0]?.total ?? { minor: 0, currency: 'EUR' }
}

/**
 * Waits for a case to be as it should.
 *
 * @param {Station} station
 * @param {string} id
 * @param {string} what
 * @param {(view: CaseView) => boolean} right
 * @param {number} [patience]
 */
export function untilCase(station, id, what, right, patience) {
  return until(`case ${id} ${what}`, () => station.cases.Get(id), right, patience)
}

/** @param {CaseView} view */
export const isClosed = (view) => view.stage === 'closed'
