import type { ReactNode } from 'react'
import { go } from '../../app/route'
import { useShortcut } from '../../keys/useShortcut'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { KeyCap } from '../../ui/KeyCap'
import classes from './ScanInvitation.module.css'

const bars = [4, 9, 4, 14, 4, 4, 18, 9, 4, 14, 4, 9, 22, 4, 9, 4, 14, 4, 9, 4]

/** The centre of the home screen: there is nothing to focus, only something to scan. */
export function ScanInvitation({ onByHand, onAllActions }: {
  readonly onByHand: () => void
  readonly onAllActions: () => void
}): ReactNode {
  const { t } = useText()
  const unload = (): void => go({ screen: 'burst' })
  useShortcut('F4', unload, true, t('stock.burst.title'))
  return (
    <Card padded={false} className={classes.invitation}>
      <div>
        <h2 className={classes.call}>{t('screen.home.scan')}</h2>
        <div className={classes.hint}>
          {t('screen.home.accepts')}
          <div className={classes.keys}>
            <button type="button" onClick={onByHand}><KeyCap combo="F2" />{t('screen.home.by_hand')}</button>
            <button type="button" onClick={unload}><KeyCap combo="F4" />{t('stock.burst.key')}</button>
            <button type="button" onClick={onAllActions}><KeyCap combo="Ctrl+K" />{t('screen.home.all_actions')}</button>
          </div>
        </div>
      </div>
      <div className={classes.bars} aria-hidden>
        {bars.map((width, i) => <i key={i} style={{ width }} />)}
      </div>
    </Card>
  )
}
