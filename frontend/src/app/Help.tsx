import type { ReactNode } from 'react'
import { useState } from 'react'
import { listed } from '../keys/shortcuts'
import { useText } from '../text/useText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { KeyCap } from '../ui/KeyCap'
import classes from './Help.module.css'

/** The keys of the screen that shows. */
export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  // Read while the help opens: its own keys hide those of the screen from then on.
  const [keys] = useState(listed)
  return (
    <Dialog title={t('home.help.title')} onClose={onClose} actions={<Button shortcut="Escape" onPress={onClose}>{t('screen.photo.close')}</Button>}>
      <p className={classes.scan}>{t('home.help.scan')}</p>
      <dl className={classes.keys}>
        {keys.map(({ combo, label }) => (
          <div key={combo}>
            <dt><KeyCap combo={combo} /></dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
