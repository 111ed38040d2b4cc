import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Payouts.module.css'

/** The statements that were taken in, the newest first. */
export function PayoutList({ payouts }: { readonly payouts: readonly api.PayoutRow[] }): ReactNode {
  const { t, format } = useText()
  const columns: TableColumn<api.PayoutRow>[] = [
    { head: t('closing.payouts.file'), cell: ({ id, name }) => <a href={href({ screen: 'payouts', id })} aria-label={t('closing.payouts.open', { name })}>{name}</a> },
    { head: t('closing.at'), cell: ({ at }) => format.dateTime(at) },
    { head: t('closing.by'), cell: ({ by }) => by },
    { head: t('closing.payouts.lines'), figures: true, cell: ({ lines }) => format.number(lines) },
    { head: t('closing.payouts.matched'), figures: true, cell: ({ matched }) => format.number(matched) },
  ]
  return (
    <Card title={t('closing.payouts.taken')}>
      {payouts.length === 0
        ? <p className={classes.lead}>{t('closing.payouts.none')}</p>
        : <Table caption={t('closing.payouts.taken')} columns={columns} rows={payouts} rowKey={({ id }) => id} />}
    </Card>
  )
}
