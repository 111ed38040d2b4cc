import { useEffect, useState } from 'react'
import { stationNow, watchClock } from './clock'

/** How often what is written relative to now is written again, in milliseconds. */
const beat = 30_000

/** The station's time, renewed twice a minute and whenever its clock is set. */
export function useNow(): Date {
  const [now, setNow] = useState(stationNow)
  useEffect(() => {
    const renew = (): void => setNow(stationNow())
    const timer = setInterval(renew, beat)
    const stop = watchClock(renew)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
  return now
}
