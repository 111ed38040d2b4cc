import { IconArrowsExchange, IconCash, IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { href } from '../../app/route'
import { useText } from '../../text/useText'
import classes from './DayLinks.module.css'

/** From the day's work to what a second person approves, and to what the shift leaves to the next. */
export function DayLinks(): ReactNode {
  const { t } = useText()
  return (
    <span className={classes.links}>
      <a href={href({ screen: 'approvals' })}><IconChecks size={20} stroke={1.6} aria-hidden />{t('people.approvals.title')}</a>
      <a href={href({ screen: 'shift' })}><IconArrowsExchange size={20} stroke={1.6} aria-hidden />{t('people.shift.title')}</a>
      <a href={href({ screen: 'closing' })}><IconCash size={20} stroke={1.6} aria-hidden />{t('closing.title')}</a>
    </span>
  )
}
