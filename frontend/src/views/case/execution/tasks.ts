import type { api } from '../../../api/api'

/** What is to be done for the customer now, on this screen. */
export type CustomerTask = 'approval' | 'repair' | 'pack' | 'hand_over'
export type DeviceTask = 'put_away'
export type End = 'customer' | 'device'

type Facts = Pick<api.CaseView, 'stage' | 'can' | 'devicePutAway' | 'repair' | 'givenUp'> & {
  readonly decision?: Pick<api.DecisionView, 'outcome' | 'pending'> | null
}

/** The customer's next step: approved, repaired, packed, handed over; money goes by itself. */
export function customerTask({ stage, can, decision }: Facts): CustomerTask | null {
  if (stage !== 'executing' || !decision) return null
  if (decision.pending) return 'approval'
  if (can.includes('HandOver')) return 'hand_over'
  if (can.includes('Pack')) return 'pack'
  return can.includes('StartRepair') || can.includes('FinishRepair') || can.includes('ControlRepair') ? 'repair' : null
}

const givesBack: readonly string[] = ['repair', 'refuse', 'keep']

/** The device's next step. One that goes back to its owner is never put away here. */
export function deviceTask({ stage, can, decision, devicePutAway, givenUp }: Facts): DeviceTask | null {
  if (stage !== 'executing' || !decision || decision.pending || devicePutAway || !can.includes('Move')) return null
  return givesBack.includes(decision.outcome) && !givenUp ? null : 'put_away'
}

/** Where the work is: what goes to the customer first, then the device that stays. */
export function shownEnd(view: Facts, asked: End | null): End | null {
  const open = { customer: customerTask(view) !== null, device: deviceTask(view) !== null }
  if (asked !== null && open[asked]) return asked
  if (open.customer) return 'customer'
  return open.device ? 'device' : null
}
