import { IconFileText } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { PrintDialog } from '../../ui/PrintDialog'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Closing.module.css'
import { Sums } from './Sums'
import { shortHead, totals } from './sums'

/** The closings that were taken, each with its page. */
export function Taken({ closings, more }: { readonly closings: readonly api.ClosingRow[]; readonly more: boolean }): ReactNode {
  const { t, format } = useText()
  const [open, setOpen] = useState('')
  const columns: TableColumn<api.ClosingRow>[] = [
    { head: t('closing.number'), cell: ({ number }) => <span className={classes.code}>{number}</span> },
    { head: t('closing.at'), cell: ({ at }) => format.dateTime(at) },
    { head: t('closing.by'), cell: ({ by }) => by },
    { head: t('closing.head'), cell: ({ head }) => <span className={classes.code}>{shortHead(head)}</span> },
    { head: t('closing.made'), figures: true, cell: ({ made }) => <Sums sums={totals(made)} /> },
    {
      head: t('closing.paper'), figures: true,
      cell: ({ number }) => <Button look="quiet" label={t('closing.open', { number })} icon={<IconFileText size={22} stroke={1.6} aria-hidden />} onPress={() => setOpen(number)}>{t('closing.pdf')}</Button>,
    },
  ]
  return (
    <Card title={t('closing.taken')}>
      {closings.length === 0
        ? <p className={classes.none}>{t('closing.no_closings')}</p>
        : <Table caption={t('closing.taken')} columns={columns} rows={closings} rowKey={({ number }) => number} />}
      {more && <p className={classes.none}>{t('closing.older')}</p>}
      {open !== '' && <PrintDialog title={open} address={`/media/closings/${open}`} onClose={() => setOpen('')} />}
    </Card>
  )
}
