import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { AskDialog, type Asked, type Given } from './AskDialog'
import { useCaseCommand } from './useCaseCommand'

interface Ask {
  /** Opens the question. */
  readonly open: () => void
  /** The question while it is open. */
  readonly dialog: ReactNode
}

/** A command that first asks a person for a reason, a choice, a date or a PIN. */
export function useAsk(asked: Asked, run: (commandId: string, given: Given) => Promise<api.CaseView>, done?: (view: api.CaseView) => void): Ask {
  const [open, setOpen] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand(run)
  const close = (): void => {
    dismiss()
    setOpen(false)
  }
  const onGive = (given: Given): void =>
    void give(given).then((view) => {
      if (!view) return
      setOpen(false)
      done?.(view)
    })
  return {
    open: () => setOpen(true),
    dialog: open && <AskDialog asked={asked} busy={busy} fault={fault} onGive={onGive} onClose={close} />,
  }
}
