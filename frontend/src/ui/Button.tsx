import { Tooltip } from '@mantine/core'
import { Children, useId, type ReactNode } from 'react'
import type { Combo } from '../keys/shortcuts'
import { useShortcut } from '../keys/useShortcut'
import classes from './Button.module.css'
import { KeyCap } from './KeyCap'
import { names } from './tone'

export interface ButtonProps {
  readonly children: ReactNode
  /** What it does for those who hear the screen, where its words alone do not say of what. */
  readonly label?: string | undefined
  readonly onPress: () => void
  /** The key that does the same; it is bound and printed on the button. */
  readonly shortcut?: Combo
  /** go: the one thing this screen is for. danger: cannot be taken back. quiet: seldom used. */
  readonly look?: 'plain' | 'go' | 'danger' | 'quiet'
  /** Why it cannot be pressed now. The button stays in reach, so that the reason can be read. */
  readonly disabledReason?: string | undefined
  readonly busy?: boolean
  readonly icon?: ReactNode
  readonly autoFocus?: boolean
}

/** The plain words among what a button shows. */
function wordsOf(children: ReactNode): string {
  return Children.toArray(children).filter((child) => typeof child === 'string' || typeof child === 'number').join('')
}

/** An action with its key. */
export function Button({ children, label, onPress, shortcut, look = 'plain', disabledReason, busy = false, icon, autoFocus }: ButtonProps): ReactNode {
  const reasonId = useId()
  const off = busy || disabledReason !== undefined
  const act = (): void => {
    if (!off) onPress()
  }
  useShortcut(shortcut, act, true, off ? '' : wordsOf(children))
  const button = (
    <button
      type="button"
      aria-label={label}
      className={names(classes.button, look !== 'plain' && classes[look])}
      onClick={act}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      aria-describedby={disabledReason === undefined ? undefined : reasonId}
      data-autofocus={autoFocus}
    >
      {icon}
      {children}
      {shortcut !== undefined && <KeyCap combo={shortcut} />}
      {disabledReason !== undefined && <span id={reasonId} hidden>{disabledReason}</span>}
    </button>
  )
  return disabledReason === undefined ? button : <Tooltip label={disabledReason}>{button}</Tooltip>
}
