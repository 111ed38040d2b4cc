import { casesApi, type api } from '../../api/api'
import type { Command } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'
import { useCaseCommand } from '../case/useCaseCommand'

/** Ticks a promise to the customer off. */
export function useKeepPromise(caseId: string): Command<string, api.CaseView> {
  const { t } = useText()
  const tell = useToast()
  const command = useCaseCommand((id, note: string) => casesApi.KeepPromise(id, caseId, note))
  return {
    ...command,
    give: (note) => command.give(note).then((view) => {
      if (view) tell(t('people.notes.kept_done'))
      return view
    }),
  }
}
