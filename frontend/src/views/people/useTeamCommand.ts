import type { api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand, type Command } from '../../api/useCommand'
import { useToast } from '../../ui/Toasts'

/** A change of the team or the rights. Its answer is the team as it is after it; the PIN is asked for above the form. */
export function useTeamCommand<Argument>(
  run: (commandId: string, argument: Argument) => Promise<api.TeamView>,
  said: (argument: Argument) => string,
): Command<Argument, api.TeamView> {
  const tell = useToast()
  const command = useCommand(run, (view, queries) => {
    queries.setQueryData(keys.team, view)
    void queries.invalidateQueries({ queryKey: keys.bootstrap })
  })
  return {
    ...command,
    give: (argument) => command.give(argument).then((view) => {
      if (view) tell(said(argument))
      return view
    }),
  }
}
