import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './Team.module.css'

/** What was changed of the team and of the rights, when and by whom. */
export function TeamLog({ entries }: { readonly entries: readonly api.TeamEntry[] }): ReactNode {
  const { t, sentence, format } = useText()
  return (
    <Card title={t('people.team.log')}>
      {entries.length === 0 && <p className={classes.quiet}>{t('people.team.log_none')}</p>}
      <ol className={classes.log}>
        {entries.map(({ at, by, what, who, role, amount, count }, i) => (
          <li key={`${at} ${what} ${i}`}>
            {sentence(`people.log.${what}`, { who, count, role: role === '' ? '' : sentence(`people.role.${role}`), amount: amount ? format.amount(amount) : '' })}
            <span className={classes.quiet}>{by === '' ? format.dateTime(at) : t('people.log.by', { at: format.dateTime(at), by })}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
