import { keys } from '../../api/keys'
import type { api } from '../../api/api'
import { useCommand, type Command } from '../../api/useCommand'

/**
 * A command on a case. Its answer is the case as it is after it, held at once for
 * the page to show; an answer that a later one has overtaken is left alone.
 */
export function useCaseCommand<Argument>(
  run: (commandId: string, argument: Argument) => Promise<api.CaseView>,
): Command<Argument, api.CaseView> {
  return useCommand(run, (view, queries) => {
    queries.setQueryData<api.CaseView>(keys.case(view.id), (held) => (held && held.seq > view.seq ? held : view))
  })
}
