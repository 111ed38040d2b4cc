import { useRef, useState } from 'react'
import { casesApi, type api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { play } from '../../sound/sound'
import { useCaseCommand } from './useCaseCommand'

interface Answers {
  /** The checks with what was answered, whether or not the station has it yet. */
  readonly checks: readonly api.CheckView[]
  readonly give: (answers: readonly api.CheckForm[]) => void
  /** Waits until the station has every answer. */
  readonly settled: () => Promise<void>
  readonly fault: Fault | null
  readonly dismiss: () => void
}

/**
 * Answers to checks, as fast as keys are pressed: shown at once, sent one after
 * the other, and taken back on screen when the station refuses one.
 */
export function useAnswers({ id, inspection }: Pick<api.CaseView, 'id' | 'inspection'>): Answers {
  const [pending, setPending] = useState<readonly api.CheckForm[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { give, fault, dismiss } = useCaseCommand((command, answers: readonly api.CheckForm[]) => casesApi.RecordChecks(command, id, [...answers]))
  const checks = (inspection?.checks ?? []).map((check) => {
    const given = pending.findLast(({ code }) => code === check.code)
    return given ? { ...check, ...given } : check
  })
  return {
    checks,
    fault,
    dismiss,
    settled: () => queue.current,
    give: (answers) => {
      setPending((before) => [...before, ...answers])
      queue.current = queue.current.then(async () => {
        if (!(await give(answers))) play('refused')
        setPending((before) => before.filter((one) => !answers.includes(one)))
      })
    },
  }
}
