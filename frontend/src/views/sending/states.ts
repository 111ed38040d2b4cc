import type { api } from '../../api/api'
import type { Tone } from '../../ui/tone'

type Row = Pick<api.ActionView, 'kind' | 'state'>

const stopped: ReadonlySet<string> = new Set(['to_fix', 'unknown', 'manual'])

/** How a state looks: red only where a person must look. */
export function stateTone(state: string): Tone {
  switch (state) {
    case 'done':
      return 'ok'
    case 'to_fix':
    case 'unknown':
      return 'late'
    case 'manual':
      return 'warn'
    case 'sending':
    case 'submitting':
    case 'accepted':
      return 'info'
    default:
      return 'plain'
  }
}

/** Reports whether a person may send it again: never money, whose outcome is settled on its case. */
export function canRetry({ kind, state }: Row): boolean {
  return kind !== 'refund' && state === 'to_fix'
}

/** Reports whether a person may say that it was done elsewhere, or need not be. */
export function canFinish({ kind, state }: Row): boolean {
  return kind !== 'refund' && stopped.has(state)
}
