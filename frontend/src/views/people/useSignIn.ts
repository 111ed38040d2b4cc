import { useQueryClient } from '@tanstack/react-query'
import { peopleApi, type api } from '../../api/api'
import { toFault, type Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'

interface SignIn {
  /** Both answer with why it was refused, or null. */
  readonly byName: (id: string) => Promise<Fault | null>
  readonly byBadge: (code: string) => Promise<Fault | null>
}

/** Says who works at this screen from now on. */
export function useSignIn(): SignIn {
  const { t } = useText()
  const tell = useToast()
  const queries = useQueryClient()
  const sign = async (answer: Promise<api.Bootstrap>): Promise<Fault | null> => {
    try {
      const bootstrap = await answer
      queries.setQueryData(keys.bootstrap, bootstrap)
      void queries.invalidateQueries({ queryKey: keys.approvals }) // It says what is one's own.
      play('done')
      tell(t('people.who.welcome', { name: bootstrap.operator.name }))
      return null
    } catch (thrown) {
      play('refused')
      return toFault(thrown)
    }
  }
  return { byName: (id) => sign(peopleApi.SignIn(id)), byBadge: (code) => sign(peopleApi.SignInByBadge(code)) }
}
