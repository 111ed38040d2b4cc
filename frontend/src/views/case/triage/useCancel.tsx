import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { useAsk } from '../useAsk'

/** Ends a return whose parcel will not come. */
export function useCancel({ id }: Pick<api.CaseView, 'id'>): ReturnType<typeof useAsk> {
  const { t } = useText()
  return useAsk(
    { title: t('case.cancel.title'), lead: t('case.cancel.lead'), action: t('case.cancel.go'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.Cancel(command, id, { code: '', reason: words, pin: '' }),
  )
}
