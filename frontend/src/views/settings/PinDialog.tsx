import { PasswordInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FaultText } from '../../ui/FaultText'

/** Asks for a PIN: the manager's where nothing else is said. */
export function PinDialog({ title, action, label, fault, busy, onPin, onClose, children }: {
  readonly title: string
  /** What the button does, in a verb and its object. */
  readonly action: string
  /** Whose PIN is asked for. */
  readonly label?: string
  readonly fault: Fault | null
  readonly busy: boolean
  readonly onPin: (pin: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}): ReactNode {
  const { t } = useText()
  const [pin, setPin] = useState('')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => onPin(pin)}>{action}</Button>
        </>
      }
    >
      {children}
      <PasswordInput
        label={label ?? t('settings.pin')}
        value={pin}
        inputMode="numeric"
        autoComplete="off"
        error={fault && <FaultText fault={fault} />}
        onChange={(event) => setPin(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter') onPin(pin) }}
        data-autofocus
      />
    </Dialog>
  )
}
