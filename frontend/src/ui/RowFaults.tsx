import type { ReactNode } from 'react'
import type { api } from '../api/api'
import { useText } from '../text/useText'
import { Table, type TableColumn } from './Table'
import classes from './RowFaults.module.css'

/** What is wrong with the rows of a file, with the lines to find them by. */
export function RowFaults({ faults, count }: { readonly faults: readonly api.RowFaultView[]; readonly count: number }): ReactNode {
  const { t, sentence } = useText()
  const columns: TableColumn<api.RowFaultView>[] = [
    { head: t('device.import.line'), cell: ({ line }) => line },
    { head: t('device.import.column'), cell: ({ column }) => column || t('device.import.whole_row') },
    { head: t('device.import.what'), cell: ({ key, args }) => sentence(key, args as Record<string, string | number>) },
    { head: t('device.import.raw'), cell: ({ raw }) => <code className={classes.raw}>{raw}</code> },
  ]
  return (
    <section role="alert" className={classes.faults}>
      <h2>{t('device.import.bad', { count })}</h2>
      <p>{t('device.import.all_or_nothing')}</p>
      <Table caption={t('device.import.bad', { count })} columns={columns} rows={faults} rowKey={({ line, column, key }) => `${line} ${column} ${key}`} />
    </section>
  )
}
