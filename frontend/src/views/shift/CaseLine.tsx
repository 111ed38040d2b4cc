import type { ReactNode } from 'react'
import { href } from '../../app/route'
import { Identifier } from '../../ui/Identifier'
import classes from './Shift.module.css'

/** A case and what is to be known of it; its number opens it. */
export function CaseLine({ id, number, title, end, children }: {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly end: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <p>{children}</p>
        <p className={classes.of}><a href={href({ screen: 'case', id, step: null })}><Identifier value={number} copy={false} /></a> {title}</p>
      </div>
      <div className={classes.end}>{end}</div>
    </li>
  )
}
