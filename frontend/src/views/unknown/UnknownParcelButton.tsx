import type { ReactNode } from 'react'
import { go } from '../../app/route'
import { casesApi, type api } from '../../api/api'
import { newCommandId } from '../../api/call'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { classify } from '../../scan/classify'
import { useScanNotice } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { useToast } from '../../ui/Toasts'

/** Receives the parcel on the spot, although nobody knows yet what it is. The toast takes it back. */
export function UnknownParcelButton({ code, main = false }: { readonly code: string; readonly main?: boolean }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const { failed } = useScanNotice()
  const { give, busy } = useCommand<string, api.CaseView>(
    (id, scanned) => casesApi.ReceiveUnknown(id, { arrived: '', reason: '', code: scanned }).catch((thrown: unknown) => {
      failed(classify(scanned), toFault(thrown))
      throw thrown
    }),
    (view, queries) => {
      queries.setQueryData(keys.case(view.id), view)
      queries.removeQueries({ queryKey: keys.scan(code) })
      play('done')
      tell(t('home.parcel.opened', { number: view.number }), () => {
        casesApi.NotOurs(newCommandId(), view.id, { code: '', reason: t('home.parcel.undo_reason'), pin: '' }).then(
          () => go({ screen: 'home' }),
          (thrown: unknown) => failed(classify(code), toFault(thrown)),
        )
      })
      go({ screen: 'case', id: view.id, step: null }, true)
    },
  )
  return (
    <Button look={main ? 'go' : 'plain'} shortcut={main ? 'F9' : 'F8'} busy={busy} onPress={() => void give(code)}>
      {t('home.parcel.open')}
    </Button>
  )
}
