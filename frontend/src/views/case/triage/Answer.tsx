import { IconCheck, IconMessageQuestion, IconPhotoQuestion, IconX, type Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { Pill } from '../../../ui/Pill'
import type { Tone } from '../../../ui/tone'
import { KeepForm } from '../decision/KeepForm'
import { MarketplaceForm } from '../decision/MarketplaceForm'
import { Reason } from '../decision/Reason'
import { StepFoot } from '../StepFoot'
import { can } from '../steps'
import { ProofLine } from './ProofLine'
import { RedateDialog } from './RedateDialog'
import { Replacement } from './Replacement'
import { mayExchange, otherAnswers, proposedAnswer, type Answer as Answers } from './triage'
import classes from './Triage.module.css'
import { useAskChoice, useAskProof, useDecline } from './useAnswers'
import { useAuthorise } from './useAuthorise'
import { useCancel } from './useCancel'

const tones: Readonly<Record<string, Tone>> = { eligible: 'ok', ineligible: 'warn', needs_person: 'hold' }
const icons: Readonly<Record<Answers, Icon>> = { authorise: IconCheck, ask_proof: IconPhotoQuestion, ask_customer: IconMessageQuestion, decline: IconX }

/** What the rules propose to answer, why, and the answer: one key for the proposed one, one for each other. */
export function Answer({ view, says }: { readonly view: api.CaseView; readonly says: ReactNode }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState<'keep' | 'refunded' | null>(null)
  const authorise = useAuthorise(view)
  const proof = useAskProof(view)
  const decline = useDecline(view)
  const choice = useAskChoice(view)
  const cancel = useCancel(view)
  const { proposal } = view
  const held = view.hold ? t('case.decision.held') : undefined
  const give: Readonly<Record<Answers, () => void>> = { authorise: authorise.give, ask_proof: proof.open, ask_customer: choice.open, decline: decline.open }
  if (form !== null && proposal) {
    const Form = form === 'keep' ? KeepForm : MarketplaceForm
    return <Form view={view} proposal={proposal} onBack={() => setForm(null)} />
  }
  const first = proposedAnswer(view)
  const others = otherAnswers(view).filter((one) => first !== undefined || one !== 'authorise')
  const extras = [
    { id: 'keep' as const, there: can(view, 'DecideKeep') && mayExchange(view) },
    { id: 'refunded' as const, there: can(view, 'NoteMarketplaceRefund') },
  ].filter(({ there }) => there)
  return (
    <>
      {authorise.fault && <ErrorNotice error={authorise.fault} onClose={authorise.dismiss} />}
      <div className={classes.desk}>
        {says}
        <Card className={classes.answer}>
          {proposal && <Proposed view={view} proposal={proposal} />}
          {(first ?? 'authorise') === 'authorise' && authorise.fields}
          <div>
            <p className={classes.quiet}>{t('triage.other')}</p>
            <div className={classes.others}>
              {others.map((one, i) => (
                <Button key={one} shortcut={String(i + 1)} disabledReason={held} onPress={give[one]}>{t(one === 'ask_customer' ? 'triage.other.ask' : `triage.other.${one}`)}</Button>
              ))}
              {extras.map(({ id }, i) => (
                <Button key={id} shortcut={String(others.length + i + 1)} onPress={() => setForm(id)}>{t(`triage.other.${id}`)}</Button>
              ))}
            </div>
          </div>
        </Card>
      </div>
      <StepFoot view={view} end={<Foremost answer={first ?? 'authorise'} proposed={first !== undefined} busy={authorise.busy} held={held} onGive={give[first ?? 'authorise']} />}>
        <Button look="quiet" onPress={cancel.open}>{t('case.cancel.open')}</Button>
      </StepFoot>
      {[authorise.dialog, proof.dialog, decline.dialog, choice.dialog, cancel.dialog].map((dialog, i) => <span key={i}>{dialog}</span>)}
    </>
  )
}

/** The proposed answer under its key; where the rules propose none, the yes, left plain. */
function Foremost({ answer, proposed, busy, held, onGive }: {
  readonly answer: Answers
  readonly proposed: boolean
  readonly busy: boolean
  readonly held: string | undefined
  readonly onGive: () => void
}): ReactNode {
  const { t } = useText()
  const Shape = icons[answer]
  const look = !proposed ? 'plain' : answer === 'decline' ? 'danger' : 'go'
  return <Button look={look} shortcut="F9" busy={busy} icon={<Shape size={22} aria-hidden />} disabledReason={held} onPress={onGive}>{t(`triage.go.${answer}`)}</Button>
}

function Proposed({ view, proposal }: { readonly view: api.CaseView; readonly proposal: api.ProposalView }): ReactNode {
  const { t, sentence } = useText()
  const [redating, setRedating] = useState(false)
  const { outcome, eligible, reasons, row, version } = proposal
  const lost = view.deliveredAt.at === '' && can(view, 'Redate')
  return (
    <>
      <div>
        <div className={classes.head}>
          <span className={classes.quiet}>{t('triage.proposes')}</span>
          <Pill tone={tones[eligible] ?? 'plain'}>{sentence(`triage.eligible.${eligible}`)}</Pill>
        </div>
        <h2 className={classes.headline}>{sentence(`policy.outcome.${outcome}`)}</h2>
        <p className={classes.quiet}>{sentence(`policy.outcome.${outcome}_why`)}</p>
      </div>
      {reasons.length > 0 && <ul className={classes.reasons}>{reasons.map((reason) => <Reason key={`${reason.key} ${reason.rule}`} reason={reason} />)}</ul>}
      {lost && (
        <div className={classes.line}>
          <span>{t('triage.date.delivery')}</span>
          <span className={classes.unknown}>{t('triage.date.unknown')}</span>
          <Button onPress={() => setRedating(true)}>{t('triage.date.set')}</Button>
        </div>
      )}
      {mayExchange(view) && <div className={classes.lines}><ProofLine view={view} /><Replacement view={view} /></div>}
      <p className={classes.row}>{row === '' ? t('decision.no_row', { version }) : t('decision.row', { row, version })}</p>
      {redating && <RedateDialog view={view} which="delivery" onClose={() => setRedating(false)} />}
    </>
  )
}
