import { useEffect, useState } from 'react'

/** How often what is written relative to now is written again, in milliseconds. */
const beat = 30_000

/** The time, renewed twice a minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), beat)
    return () => clearInterval(timer)
  }, [])
  return now
}
