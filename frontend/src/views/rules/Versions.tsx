import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText, type Text } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { valueWords } from './RuleRow'
import classes from './Rules.module.css'

/** Every version of the rules: since when, by whom, what it changed, how many open cases it judges. */
export function Versions({ versions, inForce, onRead }: { readonly versions: readonly api.RuleVersionView[]; readonly inForce: string; readonly onRead: (version: string) => void }): ReactNode {
  const text = useText()
  const { t, format } = text
  return (
    <Card title={t('rules.versions')}>
      <ol className={classes.versions}>
        {versions.map(({ version, since, author, cases, changes }) => (
          <li key={version} className={classes.version}>
            <div>
              <h3 className={classes.name}>{version} {version === inForce && <Pill tone="ok">{t('rules.version.in_force')}</Pill>}</h3>
              <p className={classes.quiet}>
                {[
                  since === '' ? t('rules.version.first') : t('rules.version.since', { at: format.dateTime(since) }),
                  author !== '' && t('rules.version.by', { by: author }),
                  t('rules.version.cases', { count: cases }),
                ].filter(Boolean).join(' · ')}
              </p>
              {changes.map((change) => <p key={change.title}>{changeWords(change, text)}</p>)}
            </div>
            {version !== inForce && <Button look="quiet" label={t('rules.version.read_this', { version })} onPress={() => onRead(version)}>{t('rules.version.read')}</Button>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** What a version changed, before and after. */
function changeWords({ title, kind, currency, from, to, fromTitle, toTitle }: api.RuleChangeView, { t, sentence, format }: Text): string {
  const words = (value: string, named: string): string => (named !== '' ? sentence(named) : valueWords({ kind, value, currency, alternatives: [] }, sentence, t, format))
  const changed = kind === 'campaigns' && from === to ? t('rules.version.table') : t('rules.version.change', { from: words(from, fromTitle), to: words(to, toTitle) })
  return t('rules.version.line', { title: sentence(title), change: changed })
}
