import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import classes from './VirtualRows.module.css'
import { names } from './tone'

export interface Column<Row> {
  readonly id: string
  readonly head: string
  /** A grid track: "180px", "1fr". */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  readonly end?: boolean
}

const rowHeight = 58

/**
 * A long list of which only the rows in sight exist: ten thousand open as fast
 * as ten. A press or Enter opens a row; the arrows, Home and End walk through them.
 */
export function VirtualRows<Row>({ label, rows, columns, rowKey, rowHref, onEnd }: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowHref: (row: Row) => string
  /** Told when the end comes into sight, to read the next page. */
  readonly onEnd?: () => void
}): ReactNode {
  const scroll = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only and nothing memoises on it.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    onChange: ({ range }) => {
      if (range && range.endIndex >= rows.length - 10) onEnd?.()
    },
  })
  const tracks = columns.map(({ width }) => width).join(' ')
  const walk = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || to < 0 || to >= rows.length) return
    event.preventDefault()
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus())
  }
  return (
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={classes.table} style={{ '--columns': tracks } as React.CSSProperties}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classes.head}>
          {columns.map(({ id, head, end = false }) => <span key={id} role="columnheader" className={names(end && classes.end)}>{head}</span>)}
        </div>
      </div>
      <div role="rowgroup" ref={scroll} className={classes.scroll}>
        <div role="presentation" className={classes.space} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <div key={rowKey(row)} role="row" aria-rowindex={index + 2} data-index={index} tabIndex={0} className={classes.row}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => { window.location.hash = rowHref(row) }}
                onKeyDown={(event) => { if (event.key === 'Enter') window.location.hash = rowHref(row); else walk(event, index) }}>
                {columns.map(({ id, cell, end = false }) => <span key={id} role="cell" className={names(end && classes.end)}>{cell(row)}</span>)}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
