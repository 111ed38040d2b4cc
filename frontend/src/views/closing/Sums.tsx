import type { ReactNode } from 'react'
import type { Money } from '../../text/format'
import { useText } from '../../text/useText'
import classes from './Closing.module.css'

/** Sums, one line for each currency; a dash for none. */
export function Sums({ sums }: { readonly sums: readonly Money[] }): ReactNode {
  const { format } = useText()
  if (sums.length === 0) return '–'
  return sums.map((money) => <span key={money.currency} className={classes.sum}>{format.amount(money)}</span>)
}
