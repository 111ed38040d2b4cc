import { useQueryClient } from '@tanstack/react-query'
import { casesApi, stockApi, type api } from '../../api/api'
import { newCommandId } from '../../api/call'
import { toFault, type Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'

/** What a device and a bin came to: where it lies now, or why it may not. */
export type Laying = { readonly laid: api.LaidView } | { readonly fault: Fault }

/** What a device that was laid down is called. */
export function nameOf({ row, unit }: api.LaidView): string {
  return row?.number ?? unit?.imei ?? unit?.serial ?? ''
}

/** Puts a device into a bin, says so, and lets it be taken back. The sound says how it ended. */
export function useLay(): (form: api.LayForm) => Promise<Laying> {
  const { t } = useText()
  const tell = useToast()
  const queries = useQueryClient()
  const back = async (laid: api.LaidView): Promise<void> => {
    const { row, unit, fromPlace, fromBin } = laid
    if (row) await casesApi.Move(newCommandId(), row.id, { place: fromPlace, bin: fromBin })
    if (unit) await stockApi.Edit(newCommandId(), { ...unit, bin: fromBin })
    tell(t('stock.laid.undone', { what: nameOf(laid) }))
  }
  return async (form) => {
    try {
      const laid = await stockApi.Lay(newCommandId(), form)
      play('done')
      const mayReturn = laid.unit !== undefined || (laid.row !== undefined && laid.row.stage !== 'closed' && laid.fromPlace !== '')
      const undo = (): void => void back(laid).catch(() => play('refused'))
      tell(t('stock.laid.done', { what: nameOf(laid), bin: laid.bin.code }), mayReturn ? undo : undefined)
      void queries.invalidateQueries({ queryKey: keys.stock })
      if (laid.row) void queries.invalidateQueries({ queryKey: keys.case(laid.row.id) })
      return { laid }
    } catch (thrown) {
      play('refused')
      return { fault: toFault(thrown) }
    }
  }
}
