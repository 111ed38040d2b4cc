import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { peopleApi } from '../api/api'
import { toFault } from '../api/fault'
import { keys } from '../api/keys'
import { useBootstrap } from '../api/reads'
import { useBadges, useBadgesOnly, useScanNotice } from '../scan/ScanProvider'
import { useSignIn } from '../views/people/useSignIn'
import { WhoDialog } from '../views/people/WhoDialog'
import { useIdle } from './useIdle'

/**
 * Who works at this screen, whatever it shows: a badge says so at once, and a
 * screen that waited too long asks. What was begun stays as it is underneath.
 */
export function OperatorDesk(): ReactNode {
  const queries = useQueryClient()
  const bootstrap = useBootstrap().data
  const { byBadge } = useSignIn()
  const { failed } = useScanNotice()
  useBadges((code) => void byBadge(code.text).then((fault) => { if (fault) failed(code, fault) }))
  const nobody = bootstrap?.operator.id === ''
  const several = (bootstrap?.people.length ?? 0) > 1
  const lock = (): void => {
    peopleApi.Lock().then(
      (locked) => queries.setQueryData(keys.bootstrap, locked),
      (thrown: unknown) => { if (toFault(thrown).code !== 'unavailable') throw thrown }, // A silent station does nothing for anybody.
    )
  }
  useIdle(several && !nobody ? (bootstrap?.lockMinutes ?? 0) : 0, lock)
  if (!bootstrap?.ready || !nobody || !several) return null
  return (
    <>
      <BadgesOnly />
      <WhoDialog people={bootstrap.people} present="" />
    </>
  )
}

function BadgesOnly(): null {
  useBadgesOnly()
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // Keys are no longer the absent one's.
  }, [])
  return null
}
