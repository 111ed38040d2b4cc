import { defaultGun, feed, quiet, type GunSettings, type Scan, type ScanEvent } from './decoder'

/** A burst written down; testdata/README.md describes each field. */
export interface Recording {
  readonly title?: string
  readonly settings?: Partial<GunSettings>
  readonly events: readonly ScanEvent[]
  readonly expected: {
    readonly scans: readonly {
      readonly text: string
      readonly kind?: string
      readonly fate?: Scan['fate']
      readonly or?: string
      readonly restore?: string | null
    }[]
    readonly hotkeys?: readonly string[]
    readonly swallowedEnter?: boolean
  }
}

export interface Replay {
  readonly scans: readonly Scan[]
  readonly hotkeys: readonly string[]
  /** Whether the last Enter was kept from the page; null when there was none. */
  readonly swallowedEnter: boolean | null
}

/** Feeds a recording to the decoder, then lets time pass until nothing is pending. */
export function replay({ events, settings }: Pick<Recording, 'events' | 'settings'>): Replay {
  const gun = { ...defaultGun, ...settings }
  const scans: Scan[] = []
  const hotkeys: string[] = []
  let swallowedEnter: boolean | null = null
  let state = quiet
  const put = (event: ScanEvent): number | null => {
    const step = feed(state, event, gun)
    if (step.scan) scans.push(step.scan)
    if (step.hotkey !== null) hotkeys.push(step.hotkey)
    if ('key' in event && event.key === 'Enter') swallowedEnter = step.swallow
    state = step.state
    return step.due
  }
  let due: number | null = null
  for (const event of events) due = put(event)
  while (due !== null) due = put({ t: due })
  return { scans, hotkeys, swallowedEnter }
}
