import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useDraft } from '../../app/useDraft'
import { casesApi, stockApi } from '../../api/api'
import { newCommandId } from '../../api/call'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import { play } from '../../sound/sound'
import { answered, changed, emptyVan, latestHere, scanned, type Burst, type Line } from './burst'

/** The van at the dock: what was scanned, and what can be done about it. */
export interface Van {
  readonly burst: Burst
  /** Receives what a code was scanned on; another device of the parcel of a line where one is given. */
  readonly take: (code: string, inParcelOf?: Line) => void
  /** Receives a case that somebody chose among several. */
  readonly choose: (line: Line, caseId: string) => Promise<void>
  /** Takes the last parcel back that came in. */
  readonly undo: (reason: string) => Promise<void>
  readonly arrive: (arrived: string, reason: string) => void
  /** Begins another van. */
  readonly fresh: () => void
}

/** Unloads a van. Scans are answered one after the other, however fast they come; a reload of the page loses none. */
export function useBurst(): Van {
  const { draft, set } = useDraft<Burst>('burst', emptyVan)
  const latest = useRef(draft) // Scans come faster than the screen is drawn.
  const queue = useRef(Promise.resolve())
  const queries = useQueryClient()
  const hold = (next: Burst): void => {
    latest.current = next
    set(next)
  }
  const settle = (line: Line): void => {
    hold(changed(latest.current, line))
    play(line.what === 'received' || line.what === 'undone' ? 'done' : line.what === 'again' ? 'tick' : 'refused')
    void queries.invalidateQueries({ queryKey: keys.home })
  }
  const fail = (line: Line, thrown: unknown): void => {
    const { key, args } = toFault(thrown)
    settle({ ...line, what: 'failed', fault: { key, args } })
  }
  const unload = async (line: Line, withCase: string): Promise<void> => {
    const { arrived, reason } = latest.current
    try {
      settle(answered(line, await stockApi.Unload(line.id, { code: line.code, arrived, reason, with: withCase })))
    } catch (thrown) {
      fail(line, thrown)
    }
  }
  return {
    burst: draft,
    take: (code, inParcelOf) => {
      const line = scanned(newCommandId(), code, inParcelOf?.cases[0]?.number ?? '')
      hold({ ...latest.current, lines: [line, ...latest.current.lines] })
      queue.current = queue.current.then(() => unload(line, inParcelOf?.cases[0]?.id ?? ''))
    },
    choose: async (line, caseId) => {
      const { arrived, reason } = latest.current
      try {
        await casesApi.Receive(newCommandId(), caseId, { arrived, reason, code: line.code })
        settle({ ...line, what: 'received', cases: line.cases.filter(({ id }) => id === caseId) })
      } catch (thrown) {
        fail(line, thrown)
      }
    },
    undo: async (reason) => {
      await queue.current
      const line = latestHere(latest.current)
      const id = line?.cases[0]?.id
      if (line === undefined || id === undefined) return
      const form = { code: '', reason, pin: '' }
      try {
        await (line.what === 'aside' ? casesApi.NotOurs(newCommandId(), id, form) : casesApi.UndoReception(newCommandId(), id, form))
        settle({ ...line, what: 'undone' })
      } catch (thrown) {
        const { key, args } = toFault(thrown)
        play('refused')
        hold(changed(latest.current, { ...line, fault: { key, args } }))
      }
    },
    arrive: (arrived, reason) => hold({ ...latest.current, arrived, reason }),
    fresh: () => hold(emptyVan),
  }
}
