import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { stationApi, type api } from '../api/api'
import { toFault } from '../api/fault'
import { keys } from '../api/keys'
import type { ScanScreen } from '../scan/actions'
import type { Code } from '../scan/classify'
import { useScanNotice, useScans } from '../scan/ScanProvider'
import { play } from '../sound/sound'
import { isEnded } from '../views/worklist/stages'
import { go, type Route } from './route'

/**
 * Where a scan leads: to what lies in a bin, to a replacement unit, to the case when it names one that is open, or one that
 * ended when there is no other; to the choice among them, the sale or the
 * unknown parcel otherwise.
 */
export function leadsTo({ code, kind, cases, bin, unit }: api.ScanResult): Route {
  if (kind === 'bin' && bin) return { screen: 'bin', code: bin.bin.code }
  if (kind === 'unit' && unit) return { screen: 'stock', part: unit.id }
  const open = cases.filter(({ stage }) => !isEnded(stage))
  const [only] = open.length > 0 ? open : cases
  const alone = open.length === 1 || (open.length === 0 && cases.length === 1)
  if (only && alone) return { screen: 'case', id: only.id, step: null, scanned: code }
  return { screen: 'scanned', code }
}

/** Looks a code up and goes to what it names. Of scans that overtake each other the latest counts. */
export function useLookUp(): (code: Code, failed: (thrown: unknown) => void) => void {
  const queries = useQueryClient()
  const latest = useRef(0)
  return (code, failed) => {
    const mine = ++latest.current
    stationApi.Scan(code.text).then(
      (result) => {
        queries.setQueryData(keys.scan(result.code), result)
        void queries.invalidateQueries({ queryKey: keys.home })
        if (mine !== latest.current) return
        play(result.kind === 'unknown' ? 'refused' : 'done')
        go(leadsTo(result))
      },
      (thrown: unknown) => { if (mine === latest.current) failed(thrown) },
    )
  }
}

/** Takes the scans of a screen on which every code is looked up. */
export function useFind(screen: ScanScreen): void {
  const lookUp = useLookUp()
  const { failed } = useScanNotice()
  useScans(screen, (code) => lookUp(code, (thrown) => failed(code, toFault(thrown))))
}
