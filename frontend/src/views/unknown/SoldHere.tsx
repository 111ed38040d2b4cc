import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './ScannedScreen.module.css'
import { SaleFacts } from './SaleFacts'

/** What was sold under a code that has no case yet. */
export function SoldHere({ sales }: { readonly sales: readonly api.SaleView[] }): ReactNode {
  const { t } = useText()
  return (
    <div className={classes.sold}>
      <p className={classes.why}>{t('home.sold.why', { count: sales.length })}</p>
      {sales.map((sale) => (
        <Card key={`${sale.account} ${sale.orderRef} ${sale.lineRef}`} title={sale.title}>
          <SaleFacts sale={sale} />
        </Card>
      ))}
    </div>
  )
}
