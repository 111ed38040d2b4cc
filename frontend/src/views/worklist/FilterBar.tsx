import type { ReactNode } from 'react'
import { useText } from '../../text/useText'
import { names } from '../../ui/tone'
import classes from './FilterBar.module.css'

export interface FilterChoice {
  readonly id: string
  readonly label: string
  readonly count?: number
  /** The count is of what is late. */
  readonly late?: boolean
  readonly href: string
}

/** Parts of a list, one of which shows. */
export function FilterBar({ label, current, choices }: {
  readonly label: string
  readonly current: string
  readonly choices: readonly FilterChoice[]
}): ReactNode {
  const { format } = useText()
  return (
    <nav className={classes.bar} aria-label={label}>
      {choices.map(({ id, label: name, count, late = false, href }) => (
        <a key={id} className={classes.choice} href={href} aria-current={id === current ? 'true' : undefined}>
          {name}
          {count !== undefined && <span className={names(classes.count, late && count > 0 && classes.late)}>{format.number(count)}</span>}
        </a>
      ))}
    </nav>
  )
}
