import type { api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand, type Command } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'

/** Erases people. The PIN is asked for above the question; what was done is told. */
export function useErasure<Argument>(run: (commandId: string, argument: Argument) => Promise<api.ErasedView>): Command<Argument, api.ErasedView> {
  const { t } = useText()
  const tell = useToast()
  return useCommand<Argument, api.ErasedView>(run, ({ cases, buyers, skipped, unfinished }, queries) => {
    void queries.invalidateQueries({ queryKey: keys.retention })
    if (cases > 0) tell(unfinished ? t('privacy.erase.unfinished') : t('privacy.erase.done', { count: cases }))
    if (buyers > 0) tell(t('privacy.due.done_buyers', { count: buyers }))
    if (skipped > 0) tell(t('privacy.due.skipped', { count: skipped }))
  })
}
