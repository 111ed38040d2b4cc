import type { ReactNode } from 'react'
import type { Money } from '../../../text/format'
import { useText } from '../../../text/useText'
import classes from './Decision.module.css'

/** What the customer gets, by which way, and when they see it. */
export function Gets({ money, item, shipping, method, creditBy }: {
  readonly money: Money
  readonly item?: Money
  readonly shipping?: Money
  readonly method: string
  readonly creditBy: string
}): ReactNode {
  const { t, sentence, format } = useText()
  return (
    <div className={classes.gets}>
      <div>
        <p className={classes.quiet}>{t('case.decision.receives')}</p>
        <p className={classes.amount}>{format.amount(money)}</p>
        <p className={classes.quiet}>{sentence(`case.decision.method.${method}`)}</p>
        {item && shipping && shipping.minor > 0 && <p className={classes.quiet}>{t('case.decision.split', { item: format.amount(item), shipping: format.amount(shipping) })}</p>}
      </div>
      {creditBy !== '' && (
        <div>
          <p className={classes.quiet}>{t('case.decision.visible')}</p>
          <p className={classes.amount}>{format.day(creditBy)}</p>
          <p className={classes.quiet}>{t('case.decision.indication')}</p>
        </div>
      )}
    </div>
  )
}
