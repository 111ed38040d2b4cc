import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Closing.module.css'
import { shortHead } from './sums'

/** The refunds of which nobody knows whether they were made; each leads to its case. */
export function Unsure({ refunds }: { readonly refunds: readonly api.UnsureRow[] }): ReactNode {
  const { t, format } = useText()
  return (
    <Card title={t('closing.unsure')}>
      {refunds.length === 0 && <p className={classes.none}>{t('closing.no_unsure')}</p>}
      <ul className={classes.list}>
        {refunds.map(({ case: id, number, title, amount, since }) => (
          <li key={`${id} ${since}`}>
            <a href={href({ screen: 'case', id, step: null })}>{number}</a>
            <span>{title}{since !== '' && <small className={classes.count}>{t('closing.since', { date: format.dateTime(since) })}</small>}</span>
            <strong>{format.amount(amount)}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The numbers that were given out, and the journal's head. */
export function Numbers({ numbers, head, entries }: { readonly numbers: readonly api.NumbersRow[]; readonly head: string; readonly entries: number }): ReactNode {
  const { t, sentence, format } = useText()
  const columns: TableColumn<api.NumbersRow>[] = [
    { head: t('closing.numbers'), cell: ({ series }) => sentence(`closing.series.${series}`) },
    { head: t('closing.first'), cell: ({ first }) => <span className={classes.code}>{first}</span> },
    { head: t('closing.last'), cell: ({ last }) => <span className={classes.code}>{last}</span> },
    { head: t('closing.count'), figures: true, cell: ({ count }) => format.number(count) },
  ]
  return (
    <Card title={t('closing.numbers')}>
      {numbers.length === 0
        ? <p className={classes.none}>{t('closing.no_numbers')}</p>
        : <Table caption={t('closing.numbers')} columns={columns} rows={numbers} rowKey={({ first }) => first} />}
      <p className={classes.head}>
        <span className={classes.count}>{t('closing.head')} · {t('closing.entries', { count: entries })}</span>
        <span className={classes.hash}>{shortHead(head)}</span>
      </p>
    </Card>
  )
}
