import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useText } from '../text/useText'
import { ErrorNotice } from './ErrorNotice'
import classes from './Loading.module.css'

/** The station answers from its own disk: only what takes longer than this is worth a sign, in milliseconds. */
const patience = 300

/** What was read, once it is here: until then nothing, after a moment grey lines; if it fails, why and a second try. */
export function Loading<T>({ query, whole = false, children }: {
  readonly query: UseQueryResult<T>
  /** There is nothing else on the screen yet. */
  readonly whole?: boolean
  readonly children: (read: T) => ReactNode
}): ReactNode {
  const { t } = useText()
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  const meanwhile = error ? <ErrorNotice error={error} onRetry={() => void refetch()} retryLabel={t('screen.error.retry')} /> : <Waiting />
  return whole ? <main className={classes.whole}>{meanwhile}</main> : meanwhile
}

function Waiting(): ReactNode {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return late && (
    <div className={classes.waiting} aria-hidden>
      <Skeleton height={97} radius="lg" />
      <Skeleton height={58} radius="lg" />
      <Skeleton height={58} radius="lg" />
    </div>
  )
}
