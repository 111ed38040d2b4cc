import type { ReactNode } from 'react'
import { useText } from '../../text/useText'
import { counts, type Burst } from './burst'
import classes from './Burst.module.css'

/** How many came to what, to be compared with the driver's list. */
export function Counts({ burst }: { readonly burst: Burst }): ReactNode {
  const { t, format } = useText()
  const counted = counts(burst)
  return (
    <dl className={classes.counts} aria-label={t('stock.burst.counts')}>
      {(['received', 'aside', 'again', 'several'] as const).map((what) => (
        <div key={what}><dt>{t(`stock.burst.count.${what}`)}</dt><dd>{format.number(counted[what])}</dd></div>
      ))}
    </dl>
  )
}
