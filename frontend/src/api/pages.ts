import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { casesApi, type api } from './api'
import { keys } from './keys'

/** A list of cases that is read where it is looked at. */
export interface CasePages {
  /** The page that is at the top of the sight; it says how many there are and why nothing can be read. */
  readonly first: UseQueryResult<api.Page>
  readonly total: number
  /** The row at a place in the list; undefined while its page is on its way. */
  readonly rowAt: (index: number) => api.Row | undefined
  /** Says which rows are in sight. */
  readonly look: (from: number, to: number) => void
}

/**
 * Reads of a list only the pages in sight, so that ten thousand cases open as
 * fast as ten and a jump to the end reads one page. The filter must be the same
 * for as long as the component lives: give another filter another key.
 */
export function useCasePages(filter: api.ListFilter): CasePages {
  const size = filter.limit
  const [[from, to], setSight] = useState<readonly [number, number]>([0, 0])
  const inSight = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const results = useQueries({
    queries: inSight.map((page) => {
      const part = { ...filter, offset: page * size }
      return { queryKey: keys.list(part), queryFn: () => casesApi.List(part) }
    }),
  })
  const look = useCallback((first: number, last: number) => {
    const pages = [Math.floor(first / size), Math.floor(last / size)] as const
    setSight((before) => (before[0] === pages[0] && before[1] === pages[1] ? before : pages))
  }, [size])
  const [first] = results
  if (!first) throw new Error('useCasePages: no page is in sight')
  const [counted, setCounted] = useState(0)
  const told = results.find(({ data }) => data !== undefined)?.data?.total
  // A page on its way must not empty the list that is scrolled to it.
  if (told !== undefined && told !== counted) setCounted(told)
  return {
    first,
    total: told ?? counted,
    rowAt: (index) => results[Math.floor(index / size) - from]?.data?.rows[index % size],
    look,
  }
}
