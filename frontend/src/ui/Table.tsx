import type { ReactNode } from 'react'
import classes from './Table.module.css'
import { names } from './tone'

export interface TableColumn<Row> {
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand under each other, at the right. */
  readonly figures?: boolean
}

/** A short table that is read as a whole; a long list is VirtualRows'. */
export function Table<Row>({ caption, columns, rows, rowKey, foot, strong }: {
  /** What the table holds, for those who hear the screen. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string
  /** The last row, which sums up the others. */
  readonly foot?: Row
  readonly strong?: (row: Row) => boolean
}): ReactNode {
  const cells = (row: Row): ReactNode =>
    columns.map(({ cell, figures }, index) =>
      index === 0 ? <th key={index} scope="row">{cell(row)}</th> : <td key={index} className={names(figures && classes.figures)}>{cell(row)}</td>,
    )
  return (
    <div className={classes.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>{columns.map(({ head, figures }, index) => <th key={index} scope="col" className={names(figures && classes.figures)}>{head}</th>)}</tr>
        </thead>
        <tbody>{rows.map((row, index) => <tr key={rowKey(row, index)} className={names(strong?.(row) && classes.strong)}>{cells(row)}</tr>)}</tbody>
        {foot !== undefined && <tfoot><tr>{cells(foot)}</tr></tfoot>}
      </table>
    </div>
  )
}
