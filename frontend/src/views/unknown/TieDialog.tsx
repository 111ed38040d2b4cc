import { useState, type ReactNode } from 'react'
import { go } from '../../app/route'
import { casesApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FaultText } from '../../ui/FaultText'
import classes from './ParcelScreen.module.css'
import { TieChoice } from './TieChoice'
import type { Tie } from './tie'

/** Ties the parcel to a case that waits for it, or opens one for its sale. */
export function TieDialog({ id, ties, onClose }: { readonly id: string; readonly ties: readonly Tie[]; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [chosen, setChosen] = useState(0)
  const { give, busy, fault } = useCommand<Tie, api.CaseView>(
    (command, tie) =>
      tie.to === 'case'
        ? casesApi.Identify(command, id, tie.row.id)
        : casesApi.OpenFromSale(command, id, tie.sale.account, tie.sale.orderRef, tie.sale.lineRef),
    (view, queries) => {
      queries.setQueryData(keys.case(view.id), view)
      void queries.invalidateQueries({ queryKey: keys.case(id) })
      play('done')
      onClose()
      go({ screen: 'case', id: view.id, step: null }, true)
    },
  )
  const tie = ties[chosen]
  return (
    <Dialog
      title={t('home.tie.title', { count: ties.length })}
      size={760}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => { if (tie) void give(tie) }}>{t(tie?.to === 'sale' ? 'home.tie.sale' : 'home.tie.case')}</Button>
        </>
      }
    >
      <div className={classes.choices}>
        {ties.map((one, i) => (
          <TieChoice key={one.to === 'case' ? one.row.id : `${one.sale.orderRef} ${one.sale.lineRef}`} tie={one} chosen={i === chosen} onPress={() => setChosen(i)} />
        ))}
      </div>
      {fault && <p role="alert"><FaultText fault={fault} /></p>}
    </Dialog>
  )
}
