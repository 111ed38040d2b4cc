import type { ReactNode } from 'react'
import classes from './Facts.module.css'

export interface Fact {
  readonly term: string
  readonly value: ReactNode
}

/** What is known, always in the same place. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={classes.facts}>
      {facts.flatMap(({ term, value }) => [<dt key={`${term} term`}>{term}</dt>, <dd key={term}>{value}</dd>])}
    </dl>
  )
}
