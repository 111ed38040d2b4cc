import type { ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { can } from './steps'
import { useAsk } from './useAsk'

/** Closes a case that has not reached both ends, with a manager's word. */
export function CloseByException({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { open, dialog } = useAsk(
    {
      title: t('case.exception.title'),
      lead: t('case.exception.lead'),
      action: t('case.exception.go'),
      danger: true,
      choices: { label: t('case.exception.code'), chips: (['customer_silent', 'agreement', 'loss', 'other'] as const).map((id) => ({ id, label: t(`case.closed.because.${id}`) })) },
      words: { label: t('case.form.reason') },
      pin: true,
    },
    (command, { code, words, pin }) => casesApi.Close(command, view.id, { code, reason: words, pin }),
  )
  if (!can(view, 'Close')) return null
  return <><Button look="quiet" onPress={open}>{t('case.exception.open')}</Button>{dialog}</>
}
