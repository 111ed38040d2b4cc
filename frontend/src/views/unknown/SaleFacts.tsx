import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Amount } from '../../ui/Amount'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'

/** What is known of a sale. */
export function SaleFacts({ sale }: { readonly sale: api.SaleView }): ReactNode {
  const { t, format } = useText()
  const { orderRef, imei, serial, paid, soldAt, shippedAt } = sale
  return (
    <Facts
      facts={[
        { term: t('home.sold.order'), value: <Identifier value={orderRef} /> },
        ...(imei === '' ? [] : [{ term: t('home.sold.imei'), value: <Identifier value={imei} /> }]),
        ...(serial === '' ? [] : [{ term: t('home.sold.serial'), value: <Identifier value={serial} /> }]),
        { term: t('home.sold.paid'), value: <Amount money={paid} /> },
        ...(soldAt.at === '' ? [] : [{ term: t('home.sold.on'), value: format.date(soldAt.at) }]),
        ...(shippedAt.at === '' ? [] : [{ term: t('home.sold.shipped'), value: format.date(shippedAt.at) }]),
      ]}
    />
  )
}
