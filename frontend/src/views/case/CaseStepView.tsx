import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import type { CaseStep } from '../../app/route'
import { ChecksStep } from './ChecksStep'
import { DecisionStep } from './decision/DecisionStep'
import { EndedNote } from './EndedNote'
import { IdentityStep } from './IdentityStep'
import { PaperStep } from './execution/PaperStep'
import { ReceptionStep } from './ReceptionStep'
import { RequestStep } from './RequestStep'

/** One step of a case: where the work is, or one that was done, to be read. */
export function CaseStepView({ view, step, scanned }: {
  readonly view: api.CaseView
  readonly step: CaseStep
  /** The code whose scan led to this case, or ''. */
  readonly scanned: string
}): ReactNode {
  const shown = {
    request: () => <RequestStep view={view} />,
    reception: () => <ReceptionStep view={view} scanned={scanned} />,
    identity: () => <IdentityStep view={view} />,
    checks: () => <ChecksStep view={view} />,
    decision: () => <DecisionStep view={view} />,
    paper: () => <PaperStep view={view} />,
  }[step]
  return <><EndedNote view={view} />{shown()}</>
}
