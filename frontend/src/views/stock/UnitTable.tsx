import { useMemo, type ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import type { Tone } from '../../ui/tone'
import { VirtualRows, type Column } from '../../ui/VirtualRows'
import classes from './Stock.module.css'

const tones: Readonly<Record<string, Tone>> = { free: 'ok', reserved: 'info', withdrawn: 'warn' }

function useColumns(): Column<api.UnitView>[] {
  const { t, sentence } = useText()
  return useMemo(() => [
    {
      id: 'title', head: t('stock.list.title'), width: 'minmax(0, 1fr)',
      cell: ({ title, sku, note }) => <span className={classes.device}>{title}<small>{[sku, note].filter(Boolean).join(' · ')}</small></span>,
    },
    { id: 'grade', head: t('stock.list.grade'), width: '112px', cell: ({ grade }) => sentence(`stock.grade.${grade === '' ? 'none' : grade}`) },
    { id: 'number', head: t('stock.list.number'), width: '196px', cell: ({ imei, serial }) => <Identifier value={imei || serial} copy={false} /> },
    { id: 'bin', head: t('stock.list.bin'), width: '132px', cell: ({ bin }) => bin !== '' && <Identifier value={bin} copy={false} /> },
    {
      id: 'state', head: t('stock.list.state'), width: '230px',
      cell: ({ state, caseNumber }) => (
        <span className={classes.state}>
          <Pill tone={tones[state] ?? 'plain'}>{sentence(`stock.is.${state}`)}</Pill>
          {caseNumber !== '' && <Identifier value={caseNumber} copy={false} />}
        </span>
      ),
    },
  ], [t, sentence])
}

/** Replacement units in a list; a press or Enter opens one. */
export function UnitTable({ label, count, rowAt, onSight }: {
  readonly label: string
  readonly count: number
  readonly rowAt: (index: number) => api.UnitView | undefined
  readonly onSight?: (first: number, last: number) => void
}): ReactNode {
  const columns = useColumns()
  return (
    <VirtualRows
      label={label}
      count={count}
      rowAt={rowAt}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href({ screen: 'stock', part: id })}
      {...(onSight === undefined ? {} : { onSight })}
    />
  )
}
