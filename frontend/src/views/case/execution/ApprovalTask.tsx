import { IconHourglass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { go } from '../../../app/route'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { StepFoot } from '../StepFoot'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Execution.module.css'
import { Reverse } from './Reverse'

/** A second person has the word; whoever decided goes on with the next case. */
export function ApprovalTask({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const { decision } = view
  const draft = view.refunds.find(({ state }) => state === 'drafted')
  const approve = useCaseCommand((command, form: api.ApprovalForm) => casesApi.Approve(command, view.id, form))
  const turnDown = useAsk(
    { title: t('decision.turn_down_title'), lead: t('decision.turn_down_lead'), action: t('decision.turn_down'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.TurnDown(command, view.id, { code: '', reason: words, pin: '' }),
  )
  if (!decision) return null
  const expected = draft?.total ?? { minor: 0, currency: '' }
  const outcome = [sentence(`policy.outcome.${decision.outcome}`), draft && format.amount(draft.total)].filter(Boolean).join(' · ')
  return (
    <>
      <Card className={classes.task}>
        <h2 className={classes.taskTitle}><IconHourglass size={28} stroke={1.6} aria-hidden />{t('decision.pending')}</h2>
        <p><strong>{outcome}</strong></p>
        <p className={classes.note}>{t('decision.pending_by', { by: decision.by, at: format.dateTime(decision.at) })}</p>
        <p>{t('decision.pending_lead')}</p>
        {approve.fault && <ErrorNotice error={approve.fault} onClose={approve.dismiss} />}
      </Card>
      <StepFoot
        view={view}
        end={
          <>
            {can(view, 'TurnDown') && <Button onPress={turnDown.open}>{t('decision.turn_down')}</Button>}
            {can(view, 'ApproveDecision') && (
              <Button busy={approve.busy} onPress={() => void approve.give({ expected, pin: '' }).then((done) => play(done ? 'done' : 'refused'))}>
                {draft ? t('decision.approve_amount', { amount: format.amount(draft.total) }) : t('decision.approve')}
              </Button>
            )}
            <Button look="go" shortcut="F9" onPress={() => go({ screen: 'home' })}>{t('decision.pending_next')}</Button>
          </>
        }
      >
        <Reverse view={view} />
      </StepFoot>
      {turnDown.dialog}
    </>
  )
}
