import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { names, toneClass } from '../../ui/tone'
import { Actions } from './Actions'
import { CloseByException } from './CloseByException'
import { Documents } from './Documents'
import classes from './PaperStep.module.css'
import { PutAway } from './PutAway'
import { Refunds } from './Refunds'
import { StepFoot } from './StepFoot'
import { can } from './steps'

/** The two ends of a case, shown apart: the customer settled, the device put away; with the papers and what is sent. */
export function PaperStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const toPutAway = can(view, 'Move') && !view.devicePutAway && view.stage === 'executing'
  return (
    <>
      <div className={classes.ends}>
        <End reached={view.customerSettled} name={t('case.ends.customer')} text={view.customerSettled ? t('case.ends.settled') : t('case.ends.unsettled')} />
        <End reached={view.devicePutAway} name={t('case.ends.device')} text={view.devicePutAway ? t('case.ends.away') : t('case.ends.not_away')} />
      </div>
      {toPutAway ? <PutAway view={view} /> : <StepFoot view={view}>{can(view, 'Close') && <CloseByException view={view} />}</StepFoot>}
      <Card className={classes.customer}>
        <Refunds view={view} />
        <Documents view={view} />
        <Actions view={view} />
      </Card>
    </>
  )
}

function End({ reached, name, text }: { readonly reached: boolean; readonly name: string; readonly text: string }): ReactNode {
  return (
    <div className={names(classes.end, toneClass(reached ? 'ok' : 'plain'))}>
      {reached ? <IconCircleCheck size={26} aria-hidden /> : <IconCircle size={26} aria-hidden />}
      <p><span className={classes.name}>{name}</span>{text}</p>
    </div>
  )
}
