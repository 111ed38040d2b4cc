import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { KeyCap } from '../../../ui/KeyCap'
import { names, toneClass } from '../../../ui/tone'
import classes from './Execution.module.css'
import type { End } from './tasks'

/** The customer settled, the device put away: two ends, never one for the other. */
export function Ends({ view, shown, onShow }: {
  readonly view: api.CaseView
  readonly shown: End | null
  /** Both ends have something to do: the other one is one press away. */
  readonly onShow?: ((end: End) => void) | undefined
}): ReactNode {
  const { t, sentence } = useText()
  const place = [sentence(`case.place.${view.place}`), view.bin].filter(Boolean).join(' · ')
  const one = (end: End, reached: boolean, text: string): ReactNode => {
    const other = onShow !== undefined && shown !== end
    const inner = (
      <>
        {reached ? <IconCircleCheck size={26} aria-hidden /> : <IconCircle size={26} aria-hidden />}
        <span className={classes.endText}><span className={classes.name}>{t(`case.ends.${end}`)}</span>{text}</span>
        {other && <KeyCap combo="F2" />}
      </>
    )
    const className = names(classes.end, toneClass(reached ? 'ok' : 'plain'), shown === end && classes.shownEnd)
    return other ? <button type="button" className={className} onClick={() => onShow(end)}>{inner}</button> : <div className={className}>{inner}</div>
  }
  return (
    <div className={classes.ends}>
      {one('customer', view.customerSettled, view.customerSettled ? t('case.ends.settled') : t('case.ends.unsettled'))}
      {one('device', view.devicePutAway, view.devicePutAway ? (['stock', 'parts', 'scrap'].includes(view.place) ? t('case.ends.away') : place) : t('case.ends.not_away'))}
    </div>
  )
}
