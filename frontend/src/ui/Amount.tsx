import type { ReactNode } from 'react'
import type { Money } from '../text/format'
import { useText } from '../text/useText'
import classes from './Amount.module.css'
import { names } from './tone'

/** Money, large where it decides something. */
export function Amount({ money, large = false }: { readonly money: Money; readonly large?: boolean }): ReactNode {
  const { format } = useText()
  return <span className={names(classes.amount, large && classes.large)}>{format.amount(money)}</span>
}
