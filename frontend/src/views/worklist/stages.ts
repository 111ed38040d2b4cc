import type { Tone } from '../../ui/tone'

const ended: ReadonlySet<string> = new Set(['closed', 'canceled', 'declined'])

/** Reports whether nothing more is to be done in a stage. */
export function isEnded(stage: string): boolean {
  return ended.has(stage)
}

/** How a stage looks in a list: coloured only where somebody must act. */
export function stageTone(stage: string): Tone {
  switch (stage) {
    case 'unidentified':
      return 'hold'
    case 'received':
    case 'inspecting':
    case 'deciding':
      return 'info'
    default:
      return 'plain'
  }
}
