import { useId, type ReactNode } from 'react'
import classes from './Card.module.css'
import { names } from './tone'

/** One sheet of paper. Cards never lie inside cards. */
export function Card({ title, padded = true, className, children }: {
  readonly title?: ReactNode
  readonly padded?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={title === undefined ? undefined : id} className={names(classes.card, padded && classes.padded, className)}>
      {title !== undefined && <h2 id={id} className={classes.title}>{title}</h2>}
      {children}
    </section>
  )
}
