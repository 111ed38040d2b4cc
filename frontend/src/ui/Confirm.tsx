import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { Dialog } from './Dialog'

/**
 * Asks before what cannot be taken back: money that goes, words that the
 * marketplace gets. Everything else is done at once and can be undone.
 */
export function Confirm({ title, children, action, danger = false, busy = false, word, onConfirm, onCancel }: {
  readonly title: string
  readonly children: ReactNode
  /** What the button does, in a verb and its object. */
  readonly action: string
  readonly danger?: boolean
  readonly busy?: boolean
  /** A word to be written first, such as the amount. */
  readonly word?: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}): ReactNode {
  const { t } = useText()
  const [written, setWritten] = useState('')
  const missing = word !== undefined && written.trim().toLowerCase() !== word.toLowerCase()
  const asked = word === undefined ? '' : t('screen.confirm.type', { word })
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('screen.confirm.cancel')}</Button>
          <Button look={danger ? 'danger' : 'go'} shortcut="F9" onPress={onConfirm} disabledReason={missing ? asked : undefined} autoFocus={!danger && word === undefined} busy={busy}>{action}</Button>
        </>
      }
    >
      {children}
      {word !== undefined && <TextInput label={asked} value={written} onChange={(event) => setWritten(event.currentTarget.value)} data-autofocus />}
    </Dialog>
  )
}
