import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import classes from './Banner.module.css'
import { names, toneClass, type Tone } from './tone'

/** A line above the screen that something must be known of; it stands in nobody's way. */
export function Banner({ tone, icon, onClose, children }: {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly onClose?: () => void
  readonly children: ReactNode
}): ReactNode {
  const { t } = useText()
  return (
    <div role="alert" className={names(classes.banner, toneClass(tone))}>
      {icon}
      <p>{children}</p>
      {onClose && <button type="button" onClick={onClose} aria-label={t('screen.error.close')}><IconX size={20} aria-hidden /></button>}
    </div>
  )
}
