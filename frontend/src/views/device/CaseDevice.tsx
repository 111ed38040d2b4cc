import { IconAlertTriangle, IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useCaseDevice } from '../../api/reads'
import { useText, type Text } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import classes from './Device.module.css'

/** What the records say of the device of a case: it comes back often, what left with it, where else it was sold. */
export function CaseDevice({ id }: { readonly id: string }): ReactNode {
  const text = useText()
  const { t, sentence } = text
  const { data } = useCaseDevice(id)
  if (!data) return null
  const { code, flags, elsewhere, unit } = data
  return (
    <div className={classes.notes}>
      {flags.map(({ key, args }) => (
        <p key={key} className={classes.flag}><IconRepeat size={20} aria-hidden />{sentence(key, args as Record<string, string | number>)}</p>
      ))}
      {elsewhere.length > 0 && <p className={classes.elsewhere}><IconAlertTriangle size={20} aria-hidden />{ordersIn(elsewhere, text)}</p>}
      {unit && unit.accessories.length > 0 && <p className={classes.quiet}>{t('device.sold_with', { what: unit.accessories.join(', ') })}</p>}
      {unit && unit.weight > 0 && <p className={classes.quiet}>{t('device.left_weight', { grams: unit.weight })}</p>}
      {code !== '' && <a href={href({ screen: 'device', code })}>{t('device.page')}</a>}
    </div>
  )
}

/** The device that was found was sold on another order: it is said where it was read. */
export function SoldElsewhere({ id }: { readonly id: string }): ReactNode {
  const text = useText()
  const { data } = useCaseDevice(id)
  if (!data || data.elsewhere.length === 0) return null
  return <Banner tone="late" icon={<IconAlertTriangle size={22} aria-hidden />}>{text.t('device.elsewhere')} {ordersIn(data.elsewhere, text)}</Banner>
}

/** The orders on which a device was sold, with their days where known. */
function ordersIn(sales: readonly api.SoldRecordView[], { t, format }: Text): string {
  return sales.map(({ orderRef, at, unit }) => {
    const day = at || unit.invoiceDay
    return day === '' ? t('device.elsewhere_order', { order: orderRef }) : t('device.elsewhere_dated', { order: orderRef, date: format.date(day) })
  }).join(', ')
}
