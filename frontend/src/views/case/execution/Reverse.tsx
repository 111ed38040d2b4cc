import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { useToast } from '../../../ui/Toasts'
import { can } from '../steps'
import { useAsk } from '../useAsk'

/** Takes a decision back of which nothing has left. */
export function useReverse(view: api.CaseView): ReturnType<typeof useAsk> {
  const { t } = useText()
  const tell = useToast()
  return useAsk(
    { title: t('decision.reverse_title'), lead: t('decision.reverse_lead'), action: t('decision.reverse'), words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.Reverse(command, view.id, { code: '', reason: words, pin: '' }),
    () => tell(t('decision.reverse_done')),
  )
}

/** The way back, while there is one. */
export function Reverse({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { open, dialog } = useReverse(view)
  if (!can(view, 'Reverse')) return null
  return <><Button look="quiet" onPress={open}>{t('decision.reverse')}</Button>{dialog}</>
}
