import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ShortcutLayer } from '../keys/useShortcut'
import classes from './Dialog.module.css'

/**
 * A question above the screen. Its keys are its own while it is open; Escape goes back.
 * A click beside it does not: it would take away what somebody has written.
 */
export function Dialog({ title, onClose, actions, size = 560, children }: {
  readonly title: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly size?: number
  readonly children: ReactNode
}): ReactNode {
  return (
    <Modal.Root opened onClose={onClose} size={size} closeOnClickOutside={false}>
      <Modal.Overlay color="#1d1b17" backgroundOpacity={0.4} />
      <Modal.Content radius="xl">
        <Modal.Body className={classes.body}>
          <ShortcutLayer>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            {children}
            {actions !== undefined && <div className={classes.actions}>{actions}</div>}
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
