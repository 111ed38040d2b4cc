import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { toFault } from '../api/fault'
import { useScanBlock } from '../scan/ScanProvider'
import { useText } from '../text/useText'
import { Button } from './Button'
import classes from './ErrorNotice.module.css'
import { Identifier } from './Identifier'

/**
 * A failure: what happened, what to do, and the code to report. While one that
 * can be closed is open no scan is taken, so that it is read and not scanned away.
 */
export function ErrorNotice({ error, onClose, onRetry, retryLabel }: {
  readonly error: unknown
  readonly onClose?: () => void
  readonly onRetry?: () => void
  readonly retryLabel?: string
}): ReactNode {
  const { t, sentence } = useText()
  const fault = toFault(error)
  return (
    <section role="alert" className={classes.notice}>
      {onClose && <ScanBlock />}
      <IconAlertTriangle size={24} aria-hidden />
      <div>
        <p className={classes.what}>{sentence(fault.key, fault.args)}</p>
        <p>{t(`screen.error.do.${fault.code}`)}</p>
        {fault.ref !== '' && <p className={classes.code}>{t('screen.error.code')} <Identifier value={fault.ref} /></p>}
      </div>
      {onRetry && retryLabel !== undefined && <Button onPress={onRetry}>{retryLabel}</Button>}
      {onClose && <Button onPress={onClose} shortcut="Escape">{t('screen.error.close')}</Button>}
    </section>
  )
}

function ScanBlock(): null {
  useScanBlock()
  return null
}
