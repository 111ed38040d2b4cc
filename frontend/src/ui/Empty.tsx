import type { ReactNode } from 'react'
import classes from './Empty.module.css'

/** Nothing here, said so, with what to do about it. */
export function Empty({ title, children, icon, action }: {
  readonly title: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly action?: ReactNode
}): ReactNode {
  return (
    <div className={classes.empty}>
      {icon}
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
