import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Device.module.css'

/** What the device was sold on, and when, as the marketplace and the workshop's files tell it. */
export function DeviceSales({ sales }: { readonly sales: readonly api.SoldRecordView[] }): ReactNode {
  const { t, format } = useText()
  const columns: TableColumn<api.SoldRecordView>[] = [
    { head: t('device.order'), cell: ({ orderRef }) => <span className={classes.code}>{orderRef}</span> },
    { head: t('device.sold_on'), cell: ({ at, unit }) => { const day = at || unit.invoiceDay; return day !== '' && format.date(day) } },
    { head: t('device.title'), cell: ({ title }) => title },
    { head: t('device.invoice'), cell: ({ unit }) => <span className={classes.code}>{unit.invoice}</span> },
    { head: t('device.accessories'), cell: ({ unit }) => [unit.accessories.join(', '), unit.weight > 0 && t('device.weight', { grams: unit.weight })].filter(Boolean).join(' · ') },
    { head: t('device.source'), cell: ({ fromFile, fromOrder }) => [fromOrder && t('device.source.order'), fromFile && t('device.source.file')].filter(Boolean).join(', ') },
  ]
  return (
    <Card title={t('device.sales')}>
      {sales.length === 0 ? <p className={classes.quiet}>{t('device.no_sales')}</p> : <Table caption={t('device.sales')} columns={columns} rows={sales} rowKey={({ orderRef, lineRef }) => `${orderRef} ${lineRef}`} />}
    </Card>
  )
}
