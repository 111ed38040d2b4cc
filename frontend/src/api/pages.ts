import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { casesApi, stockApi, type api } from './api'
import { keys } from './keys'

/** A part of a list, and how long the whole list is. */
interface Part<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/** A list that is read where it is looked at. */
export interface Pages<Row, Page extends Part<Row> = Part<Row>> {
  /** The page that is at the top of the sight; it says how many there are and why nothing can be read. */
  readonly first: UseQueryResult<Page>
  readonly total: number
  /** The row at a place in the list; undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  /** Says which rows are in sight. */
  readonly look: (from: number, to: number) => void
}

/** Reads a list of cases where it is looked at. */
export function useCasePages(filter: api.ListFilter): Pages<api.Row, api.Page> {
  return usePages<api.Row, api.Page>(filter.limit, (offset) => {
    const part = { ...filter, offset }
    return { queryKey: keys.list(part), queryFn: () => casesApi.List(part) }
  })
}

/** Reads a list of replacement units where it is looked at. */
export function useUnitPages(filter: api.UnitFilter): Pages<api.UnitView, api.UnitPage> {
  return usePages<api.UnitView, api.UnitPage>(filter.limit, (offset) => {
    const part = { ...filter, offset }
    return { queryKey: keys.units(part), queryFn: () => stockApi.Units(part) }
  })
}

/**
 * Reads of a list only the pages in sight, so that ten thousand rows open as
 * fast as ten and a jump to the end reads one page. The list must be the same
 * for as long as the component lives: give another filter another key.
 */
function usePages<Row, Page extends Part<Row>>(
  size: number,
  partAt: (offset: number) => { readonly queryKey: readonly unknown[]; readonly queryFn: () => Promise<Page> },
): Pages<Row, Page> {
  const [[from, to], setSight] = useState<readonly [number, number]>([0, 0])
  const inSight = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const results = useQueries({
    queries: inSight.map((page) => partAt(page * size)),
  })
  const look = useCallback((first: number, last: number) => {
    const pages = [Math.floor(first / size), Math.floor(last / size)] as const
    setSight((before) => (before[0] === pages[0] && before[1] === pages[1] ? before : pages))
  }, [size])
  const [first] = results
  if (!first) throw new Error('usePages: no page is in sight')
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
