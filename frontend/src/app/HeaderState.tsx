import { useState, type ReactNode } from 'react'
import { useLink } from '../api/link'
import { useBootstrap, useStatus } from '../api/reads'
import { useText } from '../text/useText'
import { useNow } from '../text/useNow'
import { LeaveButton, OperatorButton, StatusPill } from '../ui/AppFrame'
import { WhoDialog } from '../views/people/WhoDialog'
import { href } from './route'
import { WayOut } from './WayOut'

/** What every screen says of the station: how sending is, and who works. */
export function HeaderState(): ReactNode {
  const { format } = useText()
  const now = useNow()
  const bootstrap = useBootstrap().data
  const status = useStatus().data ?? bootstrap?.status
  const heard = useLink() === 'up' // A silent station's last word on sending is no longer true.
  const [leaving, setLeaving] = useState(false)
  const [asking, setAsking] = useState(false)
  if (!bootstrap || !status) return null
  const { kiosk, operator, people } = bootstrap
  return (
    <>
      {heard && (
        <StatusPill
          href={href({ screen: 'sending' })}
          status={{
            account: status.account,
            online: status.online,
            waiting: status.waiting,
            toFix: status.toFix,
            lastSuccess: status.lastSuccess === '' ? null : format.brief(status.lastSuccess, now),
            oldest: status.oldest === '' ? undefined : format.duration(Math.max(0, now.getTime() - Date.parse(status.oldest))),
          }}
        />
      )}
      <OperatorButton name={operator.name} onChange={people.length > 1 ? () => setAsking(true) : undefined} />
      {kiosk && <LeaveButton onLeave={() => setLeaving(true)} />}
      {asking && <WhoDialog people={people} present={operator.id} onClose={() => setAsking(false)} />}
      {leaving && <WayOut onClose={() => setLeaving(false)} />}
    </>
  )
}
