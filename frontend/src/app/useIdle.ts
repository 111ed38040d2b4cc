import { useEffect, useEffectEvent } from 'react'

const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Acts once nobody has touched a key, the gun or the screen for some minutes; 0 never does. */
export function useIdle(minutes: number, act: () => void): void {
  const onIdle = useEffectEvent(act)
  useEffect(() => {
    if (minutes <= 0) return
    let timer = setTimeout(() => onIdle(), minutes * 60_000)
    const again = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => onIdle(), minutes * 60_000)
    }
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true })
    }
  }, [minutes])
}
