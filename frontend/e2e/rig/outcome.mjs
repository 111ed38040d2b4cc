// Brings a return to its decision as fast as commands go, for tests that are about
// what comes after it.

import { randomUUID } from 'node:crypto'
import { picture } from './photo.mjs'
import { pulled } from './workshop.mjs'

/**
 * @typedef {import('./station.mjs').Station} Station
 * @typedef {import('./sandbox.mjs').Sandbox} Sandbox
 * @typedef {import('./station.mjs').CaseView} CaseView
 * @typedef {import('../../wailsjs/go/models.js').api.CheckForm} CheckForm
 */

/** The manager of the demonstration, and their PIN. */
export const pin = '2580'

/** Somebody has given their PIN at the screen a moment ago, as at the start of a shift.
 *
 * @param {Station} station
 */
export async function signedIn(station) {
  await station.people.GivePIN(randomUUID(), pin)
}

/**
 * A return whose parcel has been received.
 *
 * @param {Station} station
 * @param {Sandbox} sandbox
 * @param {'defect' | 'change_of_mind' | 'warranty'} kind
 */
export async function received(station, sandbox, kind) {
  const { order_id: order, orderline_id: line, imei } = await sandbox.open({ kind })
  const { id } = await pulled(station, order)
  await station.cases.Authorise(randomUUID(), id, { label: false, how: '', override: 'Accord au téléphone', pin })
  const view = await station.cases.Receive(randomUUID(), id, { arrived: '', reason: '', code: '' })
  return { id, order, line, imei, number: view.number }
}

/**
 * A return at its decision. What was found is said by code; everything else is well.
 *
 * @param {Station} station
 * @param {Sandbox} sandbox
 * @param {'defect' | 'change_of_mind' | 'warranty'} kind
 * @param {Readonly<Record<string, Partial<CheckForm>>>} [found]
 */
export async function deciding(station, sandbox, kind, found = {}) {
  const returned = await received(station, sandbox, kind)
  await inspected(station, returned, found)
  return returned
}

/**
 * @param {Station} station
 * @param {{id: string, imei: string}} returned
 * @param {Readonly<Record<string, Partial<CheckForm>>>} [found]
 */
export async function inspected(station, { id, imei }, found = {}) {
  const { cases } = station
  let view = await cases.ReadIdentity(randomUUID(), id, { imei, serial: '', unreadable: false })
  const fault = view.claim.kind === 'change_of_mind' ? undefined : faultOf(view)
  const given = sound(view).map((answer) => (answer.code === fault?.code ? { ...answer, answer: 'ko', defect: fault.defects[0] ?? '' } : answer))
  const others = Object.keys(found).filter((code) => !given.some((one) => one.code === code))
  const plain = others.map((code) => ({ code, answer: 'ko', defect: '', value: '', reason: '' }))
  view = await cases.RecordChecks(randomUUID(), id, [...given, ...plain].map((answer) => ({ ...answer, ...found[answer.code] })))
  for (const [i, check] of (view.inspection?.missingPhotos ?? []).entries()) {
    const photo = await station.addPhoto(picture(100 + i))
    await cases.AddEvidence(randomUUID(), id, { photos: [photo], check, view: '', source: 'file' })
  }
  return cases.CompleteInspection(randomUUID(), id)
}

/**
 * The test of what the customer told: the first that is no question of identity.
 *
 * @param {CaseView} view
 */
function faultOf(view) {
  return view.inspection?.checks.find(({ step, type, mandatory, defects }) => step === 'tests' && type === 'pass_fail' && mandatory && defects[0]?.startsWith('IDN-') === false)
}

/**
 * The answers of a device that has nothing.
 *
 * @param {CaseView} view
 * @returns {CheckForm[]}
 */
export function sound(view) {
  return (view.inspection?.checks ?? [])
    .filter(({ mandatory }) => mandatory)
    .map(({ code, type, options, min }) => ({
      code, answer: 'ok', defect: '', reason: '',
      value: type === 'enum' ? (options.find(({ answer }) => answer === 'ok')?.code ?? '') : type === 'measure' ? String(Math.max(min, 90)) : '',
    }))
}

/**
 * A unit of the stock that can replace what a case is about.
 *
 * @param {Station} station
 * @param {CaseView} view
 * @param {{imei: string, bin?: string, title?: string}} unit
 */
export function stocked(station, { sale }, { imei, bin = 'E-07', title = sale?.title ?? '' }) {
  return station.stock.Add(randomUUID(), {
    id: '', sku: '', title, grade: sale?.grade ?? 'good', storage: '', colour: '', model: '', imei, serial: '', bin, note: '', source: 'hand',
  })
}

/** The photos of the seven views that a refusal rests on.
 *
 * @param {Station} station
 * @param {string} id
 */
export async function sevenViews(station, id) {
  for (const [i, view] of ['screen_on', 'screen_off', 'back', 'left', 'right', 'top', 'bottom'].entries()) {
    const photo = await station.addPhoto(picture(200 + i))
    await station.cases.AddEvidence(randomUUID(), id, { photos: [photo], check: '', view, source: 'file' })
  }
}
