import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Card } from '../../ui/Card'
import { Identifier } from '../../ui/Identifier'
import { RowFaults } from '../../ui/RowFaults'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Sold.module.css'

/** What a file holds, before anything of it is written: the rows at fault first. */
export function SoldPreview({ file }: { readonly file: api.SoldFileView }): ReactNode {
  const { t, format } = useText()
  const { name, good, bad, badRows, changes, repeats, ignored, earlier } = file
  const said = [
    t('device.import.good', { count: good }),
    changes > 0 && t('device.import.changes', { count: changes }),
    repeats > 0 && t('device.import.repeats', { count: repeats }),
    ignored.length > 0 && t('device.import.ignored', { columns: ignored.join(', ') }),
  ].filter((line) => line !== false)
  return (
    <>
      <div>
        <h2>{name}</h2>
        {said.map((line) => <p key={line} className={classes.lead}>{line}</p>)}
      </div>
      {earlier && <Banner tone="warn">{t('device.import.earlier', { date: format.dateTime(earlier.at), name: earlier.by })}</Banner>}
      {badRows > 0 && <RowFaults faults={bad} count={badRows} />}
      {good > 0 && <Card title={t('device.import.first')}><Rows rows={file.shown} /></Card>}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly api.SoldUnitView[] }): ReactNode {
  const { t, sentence } = useText()
  const columns: TableColumn<api.SoldUnitView>[] = [
    { head: t('device.import.line'), cell: ({ line }) => line },
    { head: t('device.order'), cell: ({ orderRef, lineRef }) => [orderRef, lineRef].filter(Boolean).join(' · ') },
    { head: t('device.title'), cell: ({ imei, serial }) => [imei, serial].filter(Boolean).map((code) => <div key={code}><Identifier value={code} copy={false} /></div>) },
    { head: sentence('sheet.column.grade'), cell: ({ grade }) => (grade === '' ? '' : sentence(`messages.grade.${grade}`)) },
    { head: sentence('sheet.column.weight'), figures: true, cell: ({ weight }) => (weight === 0 ? '' : t('device.weight', { grams: weight })) },
    { head: sentence('sheet.column.accessories'), cell: ({ accessories }) => accessories.join(', ') },
    { head: sentence('sheet.column.supplier'), cell: ({ supplier }) => supplier },
    { head: t('device.invoice'), cell: ({ invoice, invoiceDay }) => [invoice, invoiceDay].filter(Boolean).join(' · ') },
  ]
  return <Table caption={t('device.import.first')} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />
}
