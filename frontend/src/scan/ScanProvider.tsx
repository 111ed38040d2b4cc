import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Fault } from '../api/fault'
import { play } from '../sound/sound'
import { ChooseReading } from './ChooseReading'
import { scanActions, type ScanAction, type ScanScreen } from './actions'
import { refusedIMEI, type Code } from './classify'
import type { Scan } from './decoder'
import { listen } from './listen'

/** What became of the latest scan, for the screen to say. */
export type ScanNotice =
  | { readonly fate: 'taken'; readonly code: Code }
  | { readonly fate: 'useless' | 'error-open' | 'luhn' | 'dummy'; readonly code: Code }
  /** The station could not look it up. */
  | { readonly fate: 'failed'; readonly code: Code; readonly fault: Fault }

type Handler = (code: Code, action: Exclude<ScanAction, 'refuse' | 'operator'>) => void

interface Scanning {
  readonly attach: (screen: ScanScreen, handler: Handler) => () => void
  readonly block: () => () => void
  /** Keeps scans from doing anything while the gun is tested. */
  readonly rest: () => () => void
  /** Hands badges on, from whatever screen they are scanned. */
  readonly readBadges: (handler: (code: Code) => void) => () => void
  /** Lets nothing but badges through. */
  readonly badgesOnly: () => () => void
  /** Acts on a code as if it had been scanned, for codes typed by hand. */
  readonly enter: (code: Code) => void
  readonly notice: ScanNotice | null
  readonly dismiss: () => void
  /** Says that the station could not act on a code that was handed on. */
  readonly failed: (code: Code, fault: Fault) => void
}

const Context = createContext<Scanning | null>(null)

/** Hears the gun for the whole window and hands each code to the screen that shows. */
export function ScanProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const current = useRef<{ screen: ScanScreen; handler: Handler } | null>(null)
  const blocks = useRef(0)
  const resting = useRef(0)
  const badges = useRef<((code: Code) => void) | null>(null)
  const closed = useRef(0)
  const [notice, setNotice] = useState<ScanNotice | null>(null)
  const [choice, setChoice] = useState<readonly [Code, Code] | null>(null)

  const enter = useCallback((code: Code) => {
    const here = current.current
    const action = here ? scanActions[here.screen][code.kind] : 'refuse'
    if (action === 'operator' && badges.current) {
      setNotice({ fate: 'taken', code })
      badges.current(code)
      return
    }
    const fault = code.kind === 'unknown' ? refusedIMEI(code.text) : null
    if (here && action !== 'refuse' && action !== 'operator' && fault === null && closed.current === 0) {
      setNotice({ fate: 'taken', code })
      here.handler(code, action)
      return
    }
    play('refused')
    setNotice({ fate: fault ?? 'useless', code })
  }, [])

  const onScan = useEffectEvent(({ fate, reading }: Scan) => {
    if (resting.current > 0) return
    const [code, other] = reading
    if (fate === 'repeated') {
      play('tick')
      return
    }
    if (fate === 'refused' || choice) {
      play('refused')
      setNotice({ fate: 'error-open', code })
      return
    }
    if (other) setChoice([code, other])
    else enter(code)
  })

  useEffect(() => listen({ onScan: (scan) => onScan(scan), isBlocked: () => blocks.current > 0 }), [])

  // These never change: a screen that attached must not attach again because of a notice.
  const steady = useMemo<Omit<Scanning, 'notice'>>(
    () => ({
      attach: (screen, handler) => {
        const mine = { screen, handler }
        current.current = mine
        setNotice(null) // What was said of another screen's scan.
        return () => {
          if (current.current === mine) current.current = null
        }
      },
      block: () => {
        blocks.current++
        return () => {
          blocks.current--
        }
      },
      readBadges: (handler) => {
        badges.current = handler
        return () => {
          if (badges.current === handler) badges.current = null
        }
      },
      badgesOnly: () => {
        closed.current++
        return () => {
          closed.current--
        }
      },
      rest: () => {
        resting.current++
        return () => {
          resting.current--
        }
      },
      enter,
      dismiss: () => setNotice(null),
      failed: (code, fault) => {
        play('refused')
        setNotice({ fate: 'failed', code, fault })
      },
    }),
    [enter],
  )
  const scanning = useMemo<Scanning>(() => ({ ...steady, notice }), [steady, notice])

  return (
    <Context value={scanning}>
      {children}
      {choice && (
        <ChooseReading
          codes={choice}
          onChoose={(code) => {
            setChoice(null)
            if (code) enter(code)
          }}
        />
      )}
    </Context>
  )
}

function useScanning(): Scanning {
  const scanning = use(Context)
  if (!scanning) throw new Error('useScanning: there is no ScanProvider above')
  return scanning
}

/**
 * Hands the scans of this screen to the handler, with what the table says they do.
 * The handler plays "done" or "refused" when it knows how it ended.
 */
export function useScans(screen: ScanScreen, handler: Handler): Pick<Scanning, 'notice' | 'enter' | 'failed'> {
  const { attach, notice, enter, failed } = useScanning()
  const onCode = useEffectEvent(handler)
  useEffect(() => attach(screen, (code, action) => onCode(code, action)), [attach, screen])
  return { notice, enter, failed }
}

/** What became of the latest scan, for the frame to say; a new screen has nothing to say. */
export function useScanNotice(): Pick<Scanning, 'notice' | 'dismiss' | 'failed'> {
  const { notice, dismiss, failed } = useScanning()
  return { notice, dismiss, failed }
}

/** Acts on codes typed by hand as if they had been scanned. */
export function useEnterCode(): Scanning['enter'] {
  return useScanning().enter
}

/** Refuses scans while the component is mounted. */
export function useScanBlock(): void {
  const { block } = useScanning()
  useEffect(() => block(), [block])
}

/** Lets scans do nothing while the component is mounted: it looks at how the gun types. */
export function useScanRest(): void {
  const { rest } = useScanning()
  useEffect(() => rest(), [rest])
}

/** Takes badges from whatever screen they are scanned while the component is mounted. */
export function useBadges(handler: (code: Code) => void): void {
  const { readBadges } = useScanning()
  const onBadge = useEffectEvent(handler)
  useEffect(() => readBadges((code) => onBadge(code)), [readBadges])
}

/** Refuses every scan but a badge's while the component is mounted. */
export function useBadgesOnly(): void {
  const { badgesOnly } = useScanning()
  useEffect(() => badgesOnly(), [badgesOnly])
}
