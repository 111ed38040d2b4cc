import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ShortcutLayer } from '../keys/useShortcut'
import classes from './Dialog.module.css'

/** A question above the screen. Its keys are its own while it is open; Escape goes back. */
export function Dialog({ title, onClose, actions, size = 560, children }: {
  readonly title: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly size?: number
  readonly children: ReactNode
}): ReactNode {
  return (
    <Modal opened onClose={onClose} title={title} withCloseButton={false} size={size} padding="lg" styles={{ title: { fontSize: 'var(--t-l)', fontWeight: 600, letterSpacing: '-0.01em' } }}>
      <ShortcutLayer>
        <div className={classes.body}>
          {children}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
      </ShortcutLayer>
    </Modal>
  )
}
