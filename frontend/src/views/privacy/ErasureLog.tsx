import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './Privacy.module.css'

/** What was erased, when, by whom and why. It names nobody who was. */
export function ErasureLog({ entries }: { readonly entries: readonly api.ErasureEntry[] }): ReactNode {
  const { t, sentence, format } = useText()
  return (
    <Card title={t('privacy.log.title')}>
      {entries.length === 0 && <p className={classes.quiet}>{t('privacy.log.none')}</p>}
      <ol className={classes.log}>
        {entries.map(({ at, by, because, cases, buyers, kept }) => (
          <li key={at}>
            {[sentence(`privacy.log.${because}`), cases > 0 && t('privacy.log.cases', { count: cases }), buyers > 0 && t('privacy.log.buyers', { count: buyers }), kept > 0 && t('privacy.log.kept', { count: kept })].filter(Boolean).join(' · ')}
            <span className={classes.quiet}>{[format.dateTime(at), by].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
