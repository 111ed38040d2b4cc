import { IconClockEdit, IconSchool } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useShortcut } from '../../keys/useShortcut'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { KeyCap } from '../../ui/KeyCap'
import { ClockDialog } from './ClockDialog'
import classes from './TrainingBar.module.css'

/** Says above every screen of a training station that nothing is real, and what time it is there. */
export function TrainingBar(): ReactNode {
  const { t, format } = useText()
  const now = useNow()
  const [setting, setSetting] = useState(false)
  const open = (): void => setSetting(true)
  useShortcut('Ctrl+H', open, true, t('training.set'))
  return (
    <aside className={classes.bar} aria-label={t('training.bar')}>
      <IconSchool size={22} stroke={1.8} aria-hidden />
      <strong>{t('training.bar')}</strong>
      <time dateTime={now.toISOString()} aria-label={t('training.clock')}>{format.dateTime(now)}</time>
      <button type="button" onClick={open} aria-keyshortcuts="Control+H">
        <IconClockEdit size={20} stroke={1.6} aria-hidden />
        {t('training.set')}
        <KeyCap combo="Ctrl+H" />
      </button>
      {setting && <ClockDialog onClose={() => setSetting(false)} />}
    </aside>
  )
}
