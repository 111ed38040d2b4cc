import { useMutation, useQueryClient } from '@tanstack/react-query'
import { use, useRef } from 'react'
import { newCommandId } from './call'
import { toFault, type Fault } from './fault'
import { bringsPin, lacksRight, PinContext, wantsPin, type AskPin } from './pin'

export interface Command<Argument, Result> {
  /** Gives the command. Given again with the same argument after no clear answer, it is the same command. */
  readonly give: (argument: Argument) => Promise<Result | null>
  readonly busy: boolean
  /** Why the station refused it, until it is given again or dismissed. */
  readonly fault: Fault | null
  readonly dismiss: () => void
}

/**
 * A command to the station, with the id that makes a repeat harmless: an
 * intention keeps its id until the station has clearly answered it, so that a
 * second try after a time-out gets the first one's result. Where the station wants
 * a PIN for it, a person is asked for one and the same command is given again.
 */
export function useCommand<Argument, Result>(
  run: (commandId: string, argument: Argument) => Promise<Result>,
  /** Told the answer, to hold it at once where screens read it. */
  answered?: (result: Result, queries: ReturnType<typeof useQueryClient>) => void,
): Command<Argument, Result> {
  const queries = useQueryClient()
  const askPin = use(PinContext)
  const intention = useRef<{ id: string; argument: string } | null>(null)
  const { mutateAsync, isPending, error, reset } = useMutation<Result, Error, Argument>({
    mutationFn: async (argument) => {
      const written = JSON.stringify(argument)
      if (intention.current?.argument !== written) intention.current = { id: newCommandId(), argument: written }
      const { id } = intention.current
      return bringsPin(argument) ? run(id, argument) : withPin(id, () => run(id, argument), askPin)
    },
    onSuccess: (result) => {
      intention.current = null
      answered?.(result, queries)
    },
    onError: (thrown) => {
      const { code } = toFault(thrown)
      if (code !== 'unavailable' && code !== 'internal') intention.current = null
    },
  })
  return {
    // The fault is held for the screen to show, so nothing is thrown at whoever presses a button.
    give: (argument) => mutateAsync(argument).catch(() => null),
    busy: isPending,
    fault: error === null ? null : toFault(error),
    dismiss: reset,
  }
}

/** Gives a command, and gives it again once a PIN was given for it. */
async function withPin<Result>(id: string, run: () => Promise<Result>, askPin: AskPin): Promise<Result> {
  for (let given = false; ; given = true) {
    try {
      return await run()
    } catch (thrown) {
      const fault = toFault(thrown)
      const another = given ? lacksRight(fault) : wantsPin(fault)
      if (!another || !(await askPin(id, fault))) throw fault
    }
  }
}
