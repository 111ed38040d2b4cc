import { IconClockExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBootstrap, useStatus } from '../api/reads'
import { useText } from '../text/useText'
import { Banner } from '../ui/Banner'

/** Says that the clock is behind the journal, and that the journal keeps its order all the same. */
export function ClockNotice(): ReactNode {
  const { t, format } = useText()
  const bootstrap = useBootstrap().data
  const latest = (useStatus().data ?? bootstrap?.status)?.latest ?? ''
  if (latest === '') return null
  return (
    <Banner tone="late" icon={<IconClockExclamation size={22} aria-hidden />}>
      {t(bootstrap?.training ? 'training.behind' : 'training.machine_behind', { at: format.dateTime(latest) })}
    </Banner>
  )
}
