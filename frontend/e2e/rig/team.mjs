// The demonstration's team, and a workshop where a second person approves.

import { randomUUID } from 'node:crypto'
import { total } from './job.mjs'

/** @typedef {import('./station.mjs').Station} Station */

/** Who works in the demonstration: their badge opens a session, their PIN signs. */
export const samira = { name: 'Samira B.', badge: 'OP-SAMIRA', pin: '2580' }
export const nadia = { name: 'Nadia K.', badge: 'OP-NADIA', pin: '7319' }
export const tom = { name: 'Tom L.', badge: 'OP-TOM', pin: '4826' }

/**
 * A second person approves from now on what is above a limit.
 *
 * @param {Station} station
 * @param {Partial<Parameters<Station['people']['SaveRights']>[1]>} [rights]
 */
export async function together(station, rights = {}) {
  return station.people.SaveRights(randomUUID(), { alone: false, operatorLimit: '20', leadLimit: '5 000,00', pinMinutes: 30, lockMinutes: 15, ...rights }, samira.pin)
}

/**
 * A full refund that somebody decides with their PIN, whatever the rules propose.
 *
 * @param {Station} station
 * @param {string} id
 * @param {{pin: string}} somebody
 */
export async function refunds(station, id, { pin }) {
  const view = await station.cases.Get(id)
  const override = view.proposal?.outcome === 'full_refund' ? '' : 'Accord au téléphone'
  return station.cases.DecideFullRefund(randomUUID(), id, { expected: total(view), override, proof: '', pin })
}
