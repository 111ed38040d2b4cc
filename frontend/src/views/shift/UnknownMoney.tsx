import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { CaseLine } from './CaseLine'
import classes from './Shift.module.css'

/** The refunds of which nobody knows whether they were made. */
export function UnknownMoney({ refunds }: { readonly refunds: readonly api.DoubtedView[] }): ReactNode {
  const { t, format } = useText()
  return (
    <Card title={t('people.shift.unknown')}>
      {refunds.length === 0 && <p className={classes.none}>{t('people.shift.unknown_none')}</p>}
      <ul className={classes.lines}>
        {refunds.map(({ id, number, title, amount, since }) => (
          <CaseLine key={id} id={id} number={number} title={title} end={<strong className={classes.amount}>{format.amount(amount)}</strong>}>
            {t('people.shift.since', { at: format.dateTime(since) })}
          </CaseLine>
        ))}
      </ul>
    </Card>
  )
}
