import { useState, type ReactNode } from 'react'
import { approvalsApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FootBar } from '../../ui/FootBar'
import { FrameFoot } from '../../ui/FrameOutlets'
import { useToast } from '../../ui/Toasts'
import { ApprovalRow } from './ApprovalRow'
import classes from './Approvals.module.css'
import { choosable, picksOf, sumOf } from './picks'

/** The list, what is chosen of it, and the one PIN that approves it. */
export function ApprovalList({ rows }: { readonly rows: readonly api.ApprovalView[] }): ReactNode {
  const { t, format } = useText()
  const tell = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [failures, setFailures] = useState<ReadonlyMap<string, api.Fault>>(new Map())
  const picks = picksOf(rows, chosen)
  const sum = sumOf(picks)
  const can = choosable(rows)
  const all = can.length > 0 && can.every(({ id }) => chosen.has(id))
  const { give, busy, fault, dismiss } = useCommand<api.ApprovalPick[], api.ApprovedView>(
    (command, picked) => approvalsApi.Approve(command, picked, ''),
    ({ list }, queries) => queries.setQueryData(keys.approvals, list),
  )
  const approve = (): void => void give(picks).then((answer) => {
    if (!answer) {
      play('refused')
      return
    }
    const refused = answer.results.flatMap(({ id, fault: why }) => (why ? [[id, why] as const] : []))
    const done = answer.results.length - refused.length
    setFailures(new Map(refused))
    setChosen(new Set())
    play(refused.length > 0 ? 'refused' : 'done')
    if (done > 0) tell(t('people.approvals.done', { count: done }))
  })
  const toggleAll = (): void => setChosen(all ? new Set() : new Set(can.map(({ id }) => id)))
  const toggle = (id: string): void => setChosen((before) => {
    const after = new Set(before)
    if (!after.delete(id)) after.add(id)
    return after
  })
  return (
    <div className={classes.screen}>
      <p className={classes.lead}>{t('people.approvals.lead')}</p>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <div className={classes.list}>
        <table className={classes.table} aria-label={t('people.approvals.list')}>
          <thead>
            <tr>
              <th scope="col">
                <label className={classes.check}>
                  <input type="checkbox" checked={all} onChange={toggleAll} aria-label={t('people.approvals.all')} />
                </label>
              </th>
              <th scope="col">{t('people.approvals.column.case')}</th>
              <th scope="col">{t('people.approvals.column.decision')}</th>
              <th scope="col">{t('people.approvals.column.proposal')}</th>
              <th scope="col">{t('people.approvals.column.who')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ApprovalRow key={row.id} row={row} chosen={chosen.has(row.id)} failure={failures.get(row.id)} onToggle={() => toggle(row.id)} />
            ))}
          </tbody>
        </table>
      </div>
      <FrameFoot>
        <FootBar
          end={
            <>
              {sum && <span className={classes.sum}>{t('people.approvals.sum', { amount: format.amount(sum) })}</span>}
              <Button look="go" shortcut="F9" busy={busy} onPress={approve} disabledReason={picks.length === 0 ? t('people.approvals.choose') : undefined}>
                {picks.length === 0 ? t('people.approvals.go_chosen') : t('people.approvals.go', { count: picks.length })}
              </Button>
            </>
          }
        >
          <Button shortcut="Ctrl+A" onPress={toggleAll}>{t('people.approvals.all')}</Button>
        </FootBar>
      </FrameFoot>
    </div>
  )
}
