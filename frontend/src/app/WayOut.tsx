import type { ReactNode } from 'react'
import { stationApi } from '../api/api'
import { useCommand } from '../api/useCommand'
import { useText } from '../text/useText'
import { PinDialog } from '../views/settings/PinDialog'

/** The manager's way out of the kiosk. */
export function WayOut({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const { give, busy, fault } = useCommand<{ pin: string }, undefined>((_id, { pin }) => stationApi.Quit(pin).then(() => undefined))
  return (
    <PinDialog title={t('home.leave.title')} action={t('home.leave.go')} fault={fault} busy={busy} onPin={(pin) => void give({ pin })} onClose={onClose}>
      <p>{t('home.leave.why')}</p>
    </PinDialog>
  )
}
