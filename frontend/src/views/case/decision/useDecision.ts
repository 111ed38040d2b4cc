import { useState } from 'react'
import type { api } from '../../../api/api'
import type { Fault } from '../../../api/fault'
import { play } from '../../../sound/sound'
import { useCaseCommand } from '../useCaseCommand'

/** What every decision carries: why it goes against the proposal. Whose PIN it wants is asked above the screen. */
export interface Signature {
  readonly override: string
  readonly pin: string
}

export interface Decision<Form> {
  readonly override: string
  readonly setOverride: (words: string) => void
  readonly give: (form: Form) => Promise<api.CaseView | null>
  readonly busy: boolean
  readonly fault: Fault | null
}

/** A decision as it is written; what was typed stays until the station has taken it. */
export function useDecision<Form>(run: (commandId: string, form: Form & Signature) => Promise<api.CaseView>): Decision<Form> {
  const [override, setOverride] = useState('')
  const { give, busy, fault } = useCaseCommand(run)
  return {
    override,
    setOverride,
    busy,
    fault,
    give: async (form) => {
      const view = await give({ ...form, override, pin: '' })
      play(view ? 'done' : 'refused')
      return view
    },
  }
}
