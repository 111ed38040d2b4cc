import { TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { StepFoot } from '../StepFoot'
import classes from './Decision.module.css'
import type { Decision } from './useDecision'

interface Shape {
  readonly view: api.CaseView
  readonly title: string
  readonly lead?: string | undefined
  /** What the button does, in a verb and its object. */
  readonly action: string
  readonly danger?: boolean
  /** It goes against what the rules propose: a reason is written. */
  readonly against: boolean
  /** It is what the rules propose. */
  readonly proposed?: boolean
  /** Why it cannot be given yet. */
  readonly missing: string | undefined
  /** The fields of the form that show their own faults. */
  readonly fields?: readonly string[]
  readonly onDecide: () => void
  readonly onBack?: (() => void) | undefined
  readonly children?: ReactNode
}

/** One outcome as it is written: what it says, why, who signs; F9 gives it. */
export function OutcomeForm<Form>({ view, title, lead, action, danger = false, against, proposed = !against, missing, fields = [], onDecide, onBack, children, decision }: Shape & { readonly decision: Decision<Form> }): ReactNode {
  const { t, sentence } = useText()
  const { override, setOverride, busy, fault } = decision
  const reasonLess = against && override.trim() === '' ? t('case.form.write') : undefined
  const held = view.hold ? t('case.decision.held') : undefined
  const blocked = held ?? missing ?? reasonLess
  const onEnter = (event: { readonly key: string }): void => {
    if (event.key === 'Enter' && blocked === undefined && !busy) onDecide()
  }
  const errorAt = (field: string): ReactNode => (fault?.field === field ? <FaultText fault={fault} /> : undefined)
  const own = [...fields, ...(against ? ['reason'] : [])]
  return (
    <>
      <Card className={classes.form}>
        <div>
          {onBack && <p className={classes.quiet}>{proposed ? t('case.decision.proposes') : t('decision.instead')}</p>}
          <h2 className={classes.headline}>{title}</h2>
          {lead !== undefined && <p className={classes.quiet}>{lead}</p>}
        </div>
        {children}
        {against && (
          <TextInput
            label={t('decision.why')}
            description={t('decision.against', { outcome: sentence(`policy.outcome.${view.proposal?.outcome ?? 'needs_person'}`) })}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={override}
            onChange={(event) => setOverride(event.currentTarget.value)}
            onKeyDown={onEnter}
            error={errorAt('reason')}
            autoComplete="off"
          />
        )}
        {fault && !own.includes(fault.field) && <ErrorNotice error={fault} />}
      </Card>
      <StepFoot
        view={view}
        end={
          <>
            {onBack && <Button icon={<IconArrowLeft size={22} stroke={1.6} aria-hidden />} shortcut="Escape" onPress={onBack}>{t('decision.back')}</Button>}
            <Button look={danger ? 'danger' : 'go'} shortcut="F9" busy={busy} disabledReason={blocked} onPress={onDecide}>{action}</Button>
          </>
        }
      />
    </>
  )
}

/** What the form of an outcome needs to know. */
export interface FormProps {
  readonly view: api.CaseView
  readonly proposal: api.ProposalView
  readonly onBack?: (() => void) | undefined
  /** A unit that was scanned before the form opened; of an exchange. */
  readonly scanned?: string | undefined
}
