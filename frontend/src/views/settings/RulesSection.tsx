import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './SettingsScreen.module.css'

/** The deadlines in force, in words, with where each comes from and what it would say now. */
export function RulesSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t, sentence, format } = useText()
  const version = view.rules[0]?.version
  return (
    <Card title={t('settings.rules.title')}>
      <p className={classes.lead}>{t('settings.rules.lead')}</p>
      <dl>
        {view.rules.map(({ code, example }) => (
          <div key={code} className={classes.rule}>
            <dt>{sentence(`policy.rule.${code}.title`)}</dt>
            <dd>{sentence(`policy.rule.${code}.why`)}</dd>
            <dd className={classes.example}>{t('settings.rules.example', { until: format.dateTime(new Date(Date.parse(example) - 60_000)) })}</dd>
            <dd>{t('settings.rules.source', { source: sentence(`policy.rule.${code}.source`) })}</dd>
          </div>
        ))}
      </dl>
      {version !== undefined && <p className={classes.lead}>{t('settings.rules.version', { version })}</p>}
    </Card>
  )
}
