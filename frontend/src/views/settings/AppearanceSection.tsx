import type { ReactNode } from 'react'
import { settingsApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useBootstrap } from '../../api/reads'
import { useCommand } from '../../api/useCommand'
import { languages } from '../../text/catalogue'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chips'
import { FaultText } from '../../ui/FaultText'
import classes from './SettingsScreen.module.css'

interface Look {
  readonly language: string
  readonly scheme: string
}

/** The language and the colours of this screen; they change at once. */
export function AppearanceSection(): ReactNode {
  const { t } = useText()
  const now = useBootstrap().data
  const { give, fault } = useCommand<Look, api.Bootstrap>(
    (id, { language, scheme }) => settingsApi.SaveAppearance(id, language, scheme),
    (bootstrap, queries) => queries.setQueryData(keys.bootstrap, bootstrap),
  )
  if (!now) return null
  const { language, scheme } = now
  return (
    <Card title={t('settings.appearance.title')}>
      <div className={classes.gap}>
        <Chips label={t('settings.appearance.language')} chosen={language} onChoose={(next) => void give({ language: next, scheme })}
          chips={languages.map((id) => ({ id, label: t(`settings.language.${id}`) }))} />
        <Chips label={t('settings.appearance.scheme')} chosen={scheme} onChoose={(next) => void give({ language, scheme: next })}
          chips={(['light', 'dark', 'auto'] as const).map((id) => ({ id, label: t(`settings.scheme.${id}`) }))} />
        {fault && <p role="alert"><FaultText fault={fault} /></p>}
      </div>
    </Card>
  )
}
