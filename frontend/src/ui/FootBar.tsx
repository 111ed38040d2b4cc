import type { ReactNode } from 'react'
import classes from './FootBar.module.css'

/** The actions of a screen at its foot: what may be done, and at the end what it is for. */
export function FootBar({ children, end }: { readonly children?: ReactNode; readonly end?: ReactNode }): ReactNode {
  return (
    <footer className={classes.bar}>
      {children}
      <div className={classes.end}>{end}</div>
    </footer>
  )
}
