import { boundDigits, comboOf, press } from '../keys/shortcuts'
import { feed, quiet, type Scan, type ScanEvent, type Step } from './decoder'
import { fieldOf, putBack, type Field } from './field'
import { gunSettings } from './gun'
import { observed } from './observe'

export interface Listener {
  readonly onScan: (scan: Scan) => void
  /** Whether an error is open that must be read first. */
  readonly isBlocked: () => boolean
}

/**
 * Hears every key of the window before anything else does, tells the gun's from
 * the operator's, and hands on scans and shortcuts. Returns the way to stop.
 */
export function listen({ onScan, isBlocked }: Listener): () => void {
  let state = quiet
  let field: Field | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (event: ScanEvent): Step => {
    const gun = { ...gunSettings(), hotkeys: boundDigits() }
    const step = feed(state, event, gun)
    state = step.state
    clearTimeout(timer)
    if (step.due !== null) {
      // A busy machine hands keys over late. Silence is counted from when the last one
      // came, so that the rest of its burst is not taken for another.
      const { due } = step
      timer = setTimeout(() => take({ t: due }), due - event.t)
    }
    if (step.scan) {
      if (step.scan.restore !== null && field) putBack(field, step.scan.restore)
      onScan(step.scan)
    }
    if (step.hotkey !== null) press(step.hotkey.replace(/^\D+/, ''))
    return step
  }

  const onKey = (event: KeyboardEvent): void => {
    const target = fieldOf(event.target)
    const before = state
    if (!target && !event.repeat) observed({ key: event.key, code: event.code, shift: event.shiftKey, t: event.timeStamp })
    const { swallow } = take({
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      t: event.timeStamp,
      ctrl: event.ctrlKey,
      alt: event.altKey,
      meta: event.metaKey,
      held: event.repeat,
      blocked: isBlocked(),
      ...(target ? { field: target.value } : {}),
    })
    if (state.strokes.length === 1 && state !== before) field = target
    if (swallow) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    const combo = comboOf(event)
    // A field keeps what edits it, a focused control its Enter; characters are the decoder's.
    const own = target ? !leavesField.test(combo) : combo === 'Enter' && isControl(event.target)
    const writes = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (!own && !writes && !event.repeat && press(combo)) event.preventDefault()
  }

  window.addEventListener('keydown', onKey, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, { capture: true })
  }
}

/** The shortcuts that work while a field has the focus: those that edit no text. */
const leavesField = /^(F\d+|Escape|Ctrl\+K)$/

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], select, [role="option"]') !== null
}
