import { useMemo, type ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import { names } from '../../ui/tone'
import { VirtualRows, type Column } from '../../ui/VirtualRows'
import classes from './PutAway.module.css'

/** The devices that have to go to their place, what is most urgent first. */
export function RoundTable({ rows, total, inHand }: { readonly rows: readonly api.HomelessView[]; readonly total: number; readonly inHand: string }): ReactNode {
  const { t, sentence } = useText()
  const columns = useMemo<Column<api.HomelessView>[]>(() => [
    { id: 'case', head: t('stock.round.case'), width: '150px', cell: ({ row }) => <Identifier value={row.number} copy={false} strong={row.id === inHand} /> },
    {
      id: 'device', head: t('stock.round.device'), width: 'minmax(0, 1fr)',
      cell: ({ row }) => <span className={classes.what}>{row.title || t('work.no_device')}<small>{row.imei || row.serial}</small></span>,
    },
    {
      id: 'state', head: t('stock.round.state'), width: '240px',
      cell: ({ wipe, grade, customers, needsWipe, needsGrade }) => (
        <span className={classes.what}>
          <span className={names(needsWipe && classes.needed)}>{customers ? t('stock.wipe.customers') : sentence(`stock.wipe.${wipe === '' ? 'open' : wipe}`)}</span>
          {!customers && <small className={names(needsGrade && classes.needed)}>{sentence(`stock.grade.${grade === '' ? 'none' : grade}`)}</small>}
        </span>
      ),
    },
    { id: 'from', head: t('stock.round.from'), width: '160px', cell: ({ place, bin }) => <span className={classes.what}>{sentence(`stock.place.${place}`)}<small>{bin}</small></span> },
    { id: 'to', head: t('stock.round.to'), width: '160px', cell: ({ destination, into }) => <span className={classes.what}>{sentence(`stock.place.${destination}`)}<small>{into}</small></span> },
  ], [t, sentence, inHand])
  return (
    <>
      {total > rows.length && <p className={classes.note}>{t('stock.round.count', { count: total })}</p>}
      <VirtualRows label={t('stock.round.title')} count={rows.length} rowAt={(index) => rows[index]} columns={columns} rowKey={({ row }) => row.id} rowHref={({ row }) => href({ screen: 'case', id: row.id, step: null })} />
    </>
  )
}
