import type { ReactNode } from 'react'
import classes from './Pill.module.css'
import { names, toneClass, type Tone } from './tone'

/** A state in a word; the colour only repeats the word. */
export function Pill({ tone = 'plain', dot = false, icon, children }: {
  readonly tone?: Tone
  readonly dot?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <span className={names(classes.pill, toneClass(tone))}>
      {dot && <span className={classes.dot} aria-hidden />}
      {icon}
      <span>{children}</span>
    </span>
  )
}
