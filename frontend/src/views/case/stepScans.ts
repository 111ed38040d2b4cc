import { createContext, use, useEffect, useEffectEvent } from 'react'
import type { Code } from '../../scan/classify'
import type { ScanAction } from '../../scan/actions'

type Action = Exclude<ScanAction, 'refuse'>
type Handler = (code: Code) => void

/** What the step that shows does with a scan, by what the table says that it is. */
export type StepScans = Map<Action, Handler>

/** Hands scans of one kind to a step until the returned function is called. */
export type RegisterScan = (action: Action, handler: Handler) => () => void

/** Where the step that shows says what it does with scans. */
export const RegisterScans = createContext<RegisterScan>(() => () => undefined)

/** Takes scans for this step: a reading, a bin, or the label of this very case. */
export function useStepScan(action: Action, handler: Handler, enabled = true): void {
  const register = use(RegisterScans)
  const onCode = useEffectEvent(handler)
  useEffect(() => (enabled ? register(action, (code) => onCode(code)) : undefined), [action, enabled, register])
}
