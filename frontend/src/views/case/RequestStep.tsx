import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { StepFoot } from './StepFoot'
import { can } from './steps'
import { Answer } from './triage/Answer'
import { Given } from './triage/Given'
import { Says } from './triage/Says'
import { Waiting } from './triage/Waiting'

/** What the customer says, shows and wants, what the rules make of it, and the answer. */
export function RequestStep({ view }: { readonly view: api.CaseView }): ReactNode {
  if (can(view, 'Authorise')) return <><Waiting view={view} /><Answer view={view} says={<Says view={view} />} /></>
  return <><Given view={view} /><Says view={view} /><StepFoot view={view} /></>
}
