import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type ReactNode } from 'react'
import { useShortcut } from '../keys/useShortcut'
import { useText } from '../text/useText'
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
 * as ten. A press or Enter opens a row; the arrows, Home and End walk through
 * them from anywhere on the screen. A row that is not here yet is an empty line.
 */
export function VirtualRows<Row>({ label, count, rowAt, columns, rowKey, rowHref, onSight }: {
  readonly label: string
  readonly count: number
  readonly rowAt: (index: number) => Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowHref: (row: Row) => string
  /** Told which rows are in sight, to read them. */
  readonly onSight?: (first: number, last: number) => void
}): ReactNode {
  const { t } = useText()
  const scroll = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only and nothing memoises on it.
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    onChange: ({ range }) => {
      if (range) onSight?.(range.startIndex, range.endIndex)
    },
  })
  const focus = (index: number): void => {
    const to = Math.min(Math.max(index, 0), count - 1)
    if (to < 0) return
    setActive(to)
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus())
  }
  const walk = (by: number): void => {
    const inside = scroll.current?.contains(document.activeElement) === true
    focus(inside ? active + by : active)
  }
  const open = (index: number): void => {
    const row = rowAt(index)
    if (row !== undefined) window.location.hash = rowHref(row)
  }
  const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 1)
  useShortcut('ArrowDown', () => walk(1), true, t('work.keys.walk'))
  useShortcut('ArrowUp', () => walk(-1))
  useShortcut('PageDown', () => walk(page))
  useShortcut('PageUp', () => walk(-page))
  useShortcut('Home', () => focus(0))
  useShortcut('End', () => focus(count - 1))
  useShortcut('Enter', () => open(active), true, t('work.keys.open'))
  const tracks = columns.map(({ width }) => width).join(' ')
  return (
    <div role="table" aria-label={label} aria-rowcount={count + 1} className={classes.table} style={{ '--columns': tracks } as React.CSSProperties}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classes.head}>
          {columns.map(({ id, head, end = false }) => <span key={id} role="columnheader" className={names(end && classes.end)}>{head}</span>)}
        </div>
      </div>
      <div role="rowgroup" ref={scroll} className={classes.scroll}>
        <div role="presentation" className={classes.space} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rowAt(index)
            return (
              <div key={row === undefined ? index : rowKey(row)} role="row" aria-rowindex={index + 2} data-index={index}
                tabIndex={index === active ? 0 : -1} className={classes.row} style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => open(index)} onFocus={() => setActive(index)}>
                {columns.map(({ id, cell, end = false }) => (
                  <span key={id} role="cell" className={names(end && classes.end)}>{row !== undefined && cell(row)}</span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
