import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { useToast } from '../../ui/Toasts'
import { PinDialog } from './PinDialog'
import classes from './SettingsScreen.module.css'

interface Saving<Form> {
  /** What the station says of a field; a wrong PIN is said where it is asked. */
  readonly fault: Fault | null
  /** The button, and the question for the PIN that it opens. */
  readonly bar: (form: Form) => ReactNode
}

/** Saves a form of the settings for whoever gives the manager's PIN. Nothing typed is lost when it is refused. */
export function useSaving<Form>(
  save: (commandId: string, form: Form, pin: string) => Promise<api.SettingsView>,
): Saving<Form> {
  const { t } = useText()
  const tell = useToast()
  const [asking, setAsking] = useState(false)
  const { give, busy, fault, dismiss } = useCommand<{ form: Form; pin: string }, api.SettingsView>(
    (id, { form, pin }) => save(id, form, pin),
    (view, queries) => {
      queries.setQueryData(keys.settings, view)
      void queries.invalidateQueries({ queryKey: keys.bootstrap })
      setAsking(false)
      tell(t('settings.saved'))
    },
  )
  const ofPin = fault !== null && (fault.field === 'pin' || fault.key.startsWith('errors_station.pin.'))
  return {
    fault: ofPin ? null : fault,
    bar: (form) => (
      <div className={classes.save}>
        <Button look="go" shortcut="F9" onPress={() => { dismiss(); setAsking(true) }}>{t('settings.save')}</Button>
        {asking && (fault === null || ofPin) && (
          <PinDialog title={t('settings.pin_title')} action={t('settings.save')} fault={ofPin ? fault : null} busy={busy} onPin={(pin) => void give({ form, pin })} onClose={() => setAsking(false)}>
            <p>{t('settings.pin_why')}</p>
          </PinDialog>
        )}
      </div>
    ),
  }
}
