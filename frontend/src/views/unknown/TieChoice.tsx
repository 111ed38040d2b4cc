import type { ReactNode } from 'react'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import classes from './ParcelScreen.module.css'
import type { Tie } from './tie'

/** A case or a sale that the parcel may be of. */
export function TieChoice({ tie, chosen, onPress }: { readonly tie: Tie; readonly chosen?: boolean; readonly onPress: () => void }): ReactNode {
  const { t } = useText()
  const { number, title, who } = tie.to === 'case'
    ? { number: tie.row.number, title: tie.row.title, who: tie.row.customer }
    : { number: tie.sale.orderRef, title: tie.sale.title, who: t('home.parcel.new_case') }
  return (
    <button type="button" className={classes.choice} onClick={onPress} aria-pressed={chosen}>
      <Identifier value={number} copy={false} />
      <span>{title}</span>
      <span className={classes.who}>{who}</span>
    </button>
  )
}
