import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useShortcut } from '../keys/useShortcut'
import { useText } from '../text/useText'
import { KeyCap } from './KeyCap'
import classes from './Toasts.module.css'

/** How long a thing that was done can be undone from its toast, in milliseconds. */
const shown = 8000

interface Toast {
  readonly id: number
  readonly text: string
  readonly undo?: (() => void) | undefined
}

type Tell = (text: string, undo?: () => void) => void

const Context = createContext<Tell>(() => undefined)

/** Says what was done, with the way back for eight seconds. */
export function useToast(): Tell {
  return use(Context)
}

let latestId = 0

/** Shows the toasts of the screens inside it. Ctrl+Z undoes the latest that can be. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useText()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const tell = useCallback<Tell>((text, undo) => {
    const toast = { id: ++latestId, text, undo }
    setToasts((all) => [...all.slice(-2), toast])
  }, [])
  const undoable = useMemo(() => toasts.findLast(({ undo }) => undo !== undefined), [toasts])
  useShortcut('Ctrl+Z', () => {
    if (!undoable) return
    close(undoable.id)
    undoable.undo?.()
  }, undoable !== undefined)
  return (
    <Context value={tell}>
      {children}
      <section className={classes.toasts} role="status" aria-label={t('screen.toast.region')}>
        {toasts.map((toast) => <ToastLine key={toast.id} toast={toast} latest={toast === undoable} onClose={close} />)}
      </section>
    </Context>
  )
}

function ToastLine({ toast, latest, onClose }: { readonly toast: Toast; readonly latest: boolean; readonly onClose: (id: number) => void }): ReactNode {
  const { t } = useText()
  const { id, text, undo } = toast
  useEffect(() => {
    const timer = setTimeout(() => onClose(id), shown)
    return () => clearTimeout(timer)
  }, [id, onClose])
  return (
    <div className={classes.toast}>
      {text}
      {undo && (
        <button type="button" className={classes.undo} onClick={() => { onClose(id); undo() }}>
          {t('screen.undo')}
          {latest && <KeyCap combo="Ctrl+Z" />}
        </button>
      )}
    </div>
  )
}
