import type { ReactNode } from 'react'
import type { Fault } from '../api/fault'
import { useText } from '../text/useText'
import { Banner } from './Banner'
import classes from './Form.module.css'
import { names } from './tone'

/** Fields side by side, two or more to a line; a fault that is about none of them stands above. */
export function Form({ fault, fields, dense = false, children }: {
  readonly fault: Fault | null
  /** The names of the fields inside, which show their own errors. */
  readonly fields: readonly string[]
  /** Short fields, three to a line. */
  readonly dense?: boolean
  readonly children: ReactNode
}): ReactNode {
  const { sentence } = useText()
  return (
    <div className={names(classes.form, dense && classes.dense)}>
      {fault && !fields.includes(fault.field) && <div className={classes.whole}><Banner tone="late">{sentence(fault.key, fault.args)}</Banner></div>}
      {children}
    </div>
  )
}

/** A field as wide as the form. */
export function Wide({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.whole}>{children}</div>
}
