import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { StopDialog } from './StopDialog'

/** The way out of an inspection that makes no sense, from the reception on: an empty parcel has no number to read. */
export function StopButton({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  if (view.findings.length === 0) return null
  return (
    <>
      <Button shortcut="F5" onPress={() => setAsking(true)}>{t('case.stop.open')}</Button>
      {asking && <StopDialog view={view} onClose={() => setAsking(false)} />}
    </>
  )
}
