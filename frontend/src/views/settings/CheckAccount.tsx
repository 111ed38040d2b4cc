import { IconCircleCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { setupApi, type api } from '../../api/api'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FaultText } from '../../ui/FaultText'
import { Pill } from '../../ui/Pill'
import classes from './SettingsScreen.module.css'

/** Asks the marketplace whether the account that is being entered would work. */
export function CheckAccount({ form }: { readonly form: api.AccountForm }): ReactNode {
  const { t, sentence } = useText()
  const [checked, setChecked] = useState<{ form: api.AccountForm; view: api.AccountView } | null>(null)
  const { give, busy, fault } = useCommand<api.AccountForm, api.AccountView>(
    (_id, asked) => setupApi.CheckAccount(asked),
    (view) => setChecked({ form, view }),
  )
  const of = checked?.form === form ? checked.view : null // Of another form it says nothing.
  return (
    <div className={classes.save}>
      <Button shortcut="F7" busy={busy} onPress={() => void give(form)}>{t('settings.account.check')}</Button>
      <div className={classes.checked} role="status">
        {fault && <Pill tone="late"><FaultText fault={fault} /></Pill>}
        {!fault && of && (of.error
          ? <Pill tone="late">{sentence(of.error.key, of.error.args)}</Pill>
          : <Pill tone="ok" icon={<IconCircleCheck size={18} aria-hidden />}>{t('settings.account.works')}</Pill>)}
      </div>
    </div>
  )
}
