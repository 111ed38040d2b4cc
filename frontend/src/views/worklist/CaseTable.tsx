import { IconHandStop, IconMessageQuestion, IconPlayerPause } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import { VirtualRows, type Column } from '../../ui/VirtualRows'
import { DueChip } from './DueChip'
import { stageTone } from './stages'
import classes from './CaseTable.module.css'

function useColumns(withDue: boolean): Column<api.Row>[] {
  const { t, sentence, format } = useText()
  return useMemo(() => {
    const due: Column<api.Row> = { id: 'due', head: t('work.column.due'), width: '214px', cell: (row) => <DueChip due={row.due} /> }
    const moved: Column<api.Row> = { id: 'moved', head: t('work.column.moved'), width: '130px', cell: (row) => format.day(row.updatedAt) }
    return [
      withDue ? due : moved,
      { id: 'number', head: t('work.column.number'), width: '132px', cell: (row) => <Identifier value={row.number} copy={false} /> },
      {
        id: 'device', head: t('work.column.device'), width: 'minmax(0, 1fr)',
        cell: ({ title, claim, wish }) => (
          <span className={classes.device}>
            {title || <span className={classes.unknown}>{t('work.no_device')}</span>}
            <small>{[claim !== '' && sentence(`messages.claim.${claim}`), wish !== '' && wish !== 'unknown' && sentence(`work.wish.${wish}`)].filter(Boolean).join(' · ')}</small>
          </span>
        ),
      },
      { id: 'customer', head: t('work.column.customer'), width: 'minmax(0, 0.5fr)', cell: (row) => (row.erased ? <span className={classes.unknown}>{t('privacy.erased')}</span> : row.customer) },
      {
        id: 'stage', head: t('work.column.stage'), width: '142px',
        cell: (row) => (
          <span className={classes.stage}>
            <Pill tone={stageTone(row.stage)}>{sentence(`work.stage.${row.stage}`)}</Pill>
            {row.hold !== '' && <IconPlayerPause className={classes.hold} size={22} role="img" aria-label={t('work.on_hold', { why: sentence(`work.hold.${row.hold}`) })} />}
            {row.waits && <IconMessageQuestion className={classes.hold} size={22} role="img" aria-label={t('work.waits_customer')} />}
            {row.asksPerson && <IconHandStop className={classes.asks} size={22} role="img" aria-label={t('work.asks_person')} />}
          </span>
        ),
      },
    ]
  }, [t, sentence, format, withDue])
}

/** Cases in a list; a press or Enter opens one. */
export function CaseTable({ label, count, rowAt, onSight, withDue = true }: {
  readonly label: string
  readonly count: number
  readonly rowAt: (index: number) => api.Row | undefined
  readonly onSight?: (first: number, last: number) => void
  /** Shows what is due; else when a case moved last. */
  readonly withDue?: boolean
}): ReactNode {
  const columns = useColumns(withDue)
  return (
    <VirtualRows
      label={label}
      count={count}
      rowAt={rowAt}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => href({ screen: 'case', id: row.id, step: null })}
      {...(onSight === undefined ? {} : { onSight })}
    />
  )
}
