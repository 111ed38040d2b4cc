import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useBootstrap } from '../../api/reads'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import classes from './SettingsScreen.module.css'

/** What to say to whoever helps. */
export function SupportSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t, sentence, format } = useText()
  const now = useBootstrap().data
  if (!now) return null
  return (
    <Card title={t('settings.support.title')}>
      <p className={classes.lead}>{t('settings.support.lead')}</p>
      <Facts
        facts={[
          { term: t('settings.support.version'), value: <Identifier value={now.version} /> },
          { term: t('settings.support.folder'), value: <Identifier value={view.dataDir} /> },
          { term: t('settings.support.shell'), value: sentence(`settings.shell.${now.shell}`) },
          { term: t('settings.support.zone'), value: now.zone },
          { term: t('settings.support.clock'), value: format.dateTime(now.now) },
        ]}
      />
    </Card>
  )
}
