import { useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useShortcut } from '../../../keys/useShortcut'
import { useText } from '../../../text/useText'
import { Card } from '../../../ui/Card'
import { Actions } from '../Actions'
import { CloseByException } from '../CloseByException'
import { Documents } from '../Documents'
import { StepFoot } from '../StepFoot'
import { can } from '../steps'
import { ApprovalTask } from './ApprovalTask'
import { Ends } from './Ends'
import classes from './Execution.module.css'
import { HandOverTask } from './HandOverTask'
import { PackTask } from './PackTask'
import { PutAway } from './PutAway'
import { Refunds } from './Refunds'
import { RepairTask } from './RepairTask'
import { customerTask, deviceTask, shownEnd, type CustomerTask, type End } from './tasks'

const tasks: Readonly<Record<CustomerTask, (props: { readonly view: api.CaseView }) => ReactNode>> = {
  approval: ApprovalTask,
  repair: RepairTask,
  pack: PackTask,
  hand_over: HandOverTask,
}

/** The two ends of a case, shown apart, with what is to be done for the one that is chosen; then the papers and what is sent. */
export function PaperStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const [asked, setAsked] = useState<End | null>(null)
  const { t } = useText()
  const customer = customerTask(view)
  const device = deviceTask(view)
  const end = shownEnd(view, asked)
  const both = customer !== null && device !== null
  useShortcut('F2', () => setAsked(end === 'customer' ? 'device' : 'customer'), both, t('decision.end_open'))
  const Task = end === 'customer' && customer !== null ? tasks[customer] : null
  return (
    <>
      <Ends view={view} shown={end} onShow={both ? setAsked : undefined} />
      {Task && <Task view={view} />}
      {end === 'device' && <PutAway view={view} />}
      {end === null && <StepFoot view={view}>{can(view, 'Close') && <CloseByException view={view} />}</StepFoot>}
      <Card className={classes.customer}>
        <Refunds view={view} />
        <Documents view={view} />
        <Actions view={view} />
      </Card>
    </>
  )
}
