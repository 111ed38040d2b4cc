import type { ReactNode } from 'react'
import type { Fault } from '../api/fault'
import { useText } from '../text/useText'
import { Banner } from './Banner'
import classes from './Form.module.css'

/** Fields side by side, two or more to a line; a fault that is about none of them stands above. */
export function Form({ fault, fields, children }: {
  readonly fault: Fault | null
  /** The names of the fields inside, which show their own errors. */
  readonly fields: readonly string[]
  readonly children: ReactNode
}): ReactNode {
  const { sentence } = useText()
  return (
    <div className={classes.form}>
      {fault && !fields.includes(fault.field) && <div className={classes.whole}><Banner tone="late">{sentence(fault.key, fault.args)}</Banner></div>}
      {children}
    </div>
  )
}

/** A field as wide as the form. */
export function Wide({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.whole}>{children}</div>
}
