import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import classes from './Tile.module.css'
import { names, toneClass, type Tone } from './tone'

/** A door to work, with how much of it there is. The colour speaks only while something waits. */
export function Tile({ label, count, note, tone = 'plain', href }: {
  readonly label: string
  readonly count: number
  readonly note?: ReactNode
  readonly tone?: Tone
  readonly href: string
}): ReactNode {
  const { format } = useText()
  return (
    <a className={classes.tile} href={href}>
      <span className={classes.label}>{label}</span>
      <span className={names(classes.count, toneClass(tone), tone !== 'plain' && count > 0 && classes.toned)}>{format.number(count)}</span>
      <span className={classes.note}>{note}</span>
    </a>
  )
}
