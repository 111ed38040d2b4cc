import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { Burst } from './burst'

/** When the van came, where that is earlier than the scans: said once for all of its parcels. */
export function ArrivalDialog({ burst, onSet, onClose }: {
  readonly burst: Burst
  readonly onSet: (arrived: string, reason: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { t, sentence } = useText()
  const [arrived, setArrived] = useState(burst.arrived)
  const [reason, setReason] = useState(burst.reason)
  const [tried, setTried] = useState(false)
  const set = (): void => {
    setTried(true)
    if (arrived !== '' && reason.trim() !== '') onSet(arrived, reason.trim())
  }
  return (
    <Dialog
      title={t('stock.burst.arrival_title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => onSet('', '')}>{t('stock.burst.arrival_now')}</Button>
          <Button look="go" shortcut="F9" onPress={set}>{t('stock.burst.arrival_set')}</Button>
        </>
      }
    >
      <p>{t('stock.burst.arrival_lead')}</p>
      <TextInput type="datetime-local" label={t('stock.burst.arrival_at')} value={arrived} onChange={(event) => setArrived(event.currentTarget.value)}
        error={tried && arrived === '' ? sentence('errors_api.clock') : undefined} data-autofocus required />
      <TextInput label={t('stock.burst.arrival_why')} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? sentence('errors_returns.arrival.reason') : undefined} required />
    </Dialog>
  )
}
