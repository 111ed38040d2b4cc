import type { api } from '../../api/api'
import type { CaseStep } from '../../app/route'

/** The step of the spine that a code of the station's stands for. */
export function stepOf(code: string): CaseStep {
  const step: Readonly<Record<string, CaseStep>> = {
    request: 'request', reception: 'reception', identity: 'identity', checks: 'checks', decision: 'decision', sending: 'paper',
  }
  return step[code] ?? 'request'
}

/** Where a case that ended is looked at first. */
const endedAt: Readonly<Record<string, CaseStep>> = { closed: 'paper' }

/** The step where the work is, or where the case ended. */
export function currentStep({ steps, stage }: Pick<api.CaseView, 'steps' | 'stage'>): CaseStep {
  const current = steps.find(({ state }) => state === 'current')
  return current ? stepOf(current.code) : (endedAt[stage] ?? 'request')
}

/** The step to show: the one that was asked for when it is done, else the one where the work is. */
export function shownStep(view: Pick<api.CaseView, 'steps' | 'stage'>, asked: CaseStep | null): CaseStep {
  const done = view.steps.some(({ code, state }) => stepOf(code) === asked && state === 'done')
  return asked !== null && done ? asked : currentStep(view)
}

/** Reports whether a code names this very case, its device, its order or its parcel. */
export function isOfCase(code: string, { number, sale, identity, returnTracking }: Pick<api.CaseView, 'number' | 'sale' | 'identity' | 'returnTracking'>): boolean {
  const own = [number, returnTracking, sale?.imei, sale?.serial, sale?.orderRef, identity.imei, identity.serial]
  return own.some((one) => one !== undefined && one !== '' && one.toUpperCase() === code.toUpperCase())
}

/** Reports whether a person can give this command now. */
export function can({ can: names }: Pick<api.CaseView, 'can'>, command: string): boolean {
  return names.includes(command)
}
