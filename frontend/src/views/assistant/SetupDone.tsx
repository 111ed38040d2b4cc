import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import classes from './AssistantScreen.module.css'

/** The station is set up: what can be done from here. */
export function SetupDone({ made, onBegin }: { readonly made: api.Bootstrap; readonly onBegin: () => void }): ReactNode {
  const { t } = useText()
  return (
    <main className={classes.done}>
      <Mark size={72} />
      <h1>{t('assistant.done_title', { name: made.stationName })}</h1>
      <p>{t(made.status.account ? 'assistant.done_account' : 'assistant.done_alone')}</p>
      <p>{t('assistant.done_scan')}</p>
      <Button look="go" shortcut="F9" onPress={onBegin}>{t('assistant.begin')}</Button>
    </main>
  )
}
