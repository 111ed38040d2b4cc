import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { api } from '../api/api'
import { jump, setAhead } from '../text/clock'

/** How often the page looks whether the machine's clock was set, in milliseconds. */
const look = 10_000

/** Keeps the page on the station's clock: a training has its own, and the machine's may be set while people work. */
export function useStationClock({ data, dataUpdatedAt }: UseQueryResult<api.Bootstrap>): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (data) setAhead(data.training ? Date.parse(data.now) - dataUpdatedAt : 0)
  }, [data, dataUpdatedAt])
  useEffect(() => {
    const seen = (): { wall: number; running: number } => ({ wall: Date.now(), running: performance.now() })
    let last = seen()
    const timer = setInterval(() => {
      const now = seen()
      // Every deadline looks otherwise after it.
      if (jump(last, now) !== 0) void queries.invalidateQueries()
      last = now
    }, look)
    return () => clearInterval(timer)
  }, [queries])
}
