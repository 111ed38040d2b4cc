import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { useToast } from '../../../ui/Toasts'
import { KeepForm } from '../decision/KeepForm'
import { MarketplaceForm } from '../decision/MarketplaceForm'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { Given } from './Given'
import { Replacement } from './Replacement'
import { mayExchange } from './triage'
import classes from './Triage.module.css'
import { useAskChoice } from './useAnswers'
import { useCancel } from './useCancel'
import { Waiting } from './Waiting'

interface AwaitedCase {
  /** A form that takes the place of the step, while one is written. */
  readonly form: ReactNode
  /** What was answered, what is kept for the customer, what they are still to say. */
  readonly notes: ReactNode
  /** What may become of a parcel that does not come. */
  readonly ends: ReactNode
}

/** What a return that is on its way may still need: an answer, a replacement, an end without a parcel. */
export function useAwaited(view: api.CaseView): AwaitedCase {
  const { t } = useText()
  const tell = useToast()
  const [writing, setWriting] = useState<'keep' | 'refunded' | null>(null)
  const cancel = useCancel(view)
  const choice = useAskChoice(view, 'keep_or_return')
  const lost = useAsk(
    { title: t('triage.lost.title'), lead: t('triage.lost.lead'), action: t('triage.lost.go'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.MarkLost(command, view.id, { code: '', reason: words, pin: '' }),
    () => tell(t('triage.lost.done')),
  )
  const Form = writing === null ? null : writing === 'keep' ? KeepForm : MarketplaceForm
  return {
    form: Form && view.proposal ? <Form view={view} proposal={view.proposal} onBack={() => setWriting(null)} /> : null,
    notes: (
      <>
        <Waiting view={view} />
        <Given view={view} />
        {mayExchange(view) && (view.replacement ?? view.proposal) && <Replacement view={view} />}
        <div className={classes.others}>
          {can(view, 'AskCustomer') && view.triage && <Button onPress={choice.open}>{t('triage.other.ask')}</Button>}
          {can(view, 'DecideKeep') && mayExchange(view) && <Button onPress={() => setWriting('keep')}>{t('triage.other.keep')}</Button>}
          {can(view, 'NoteMarketplaceRefund') && view.proposal && <Button onPress={() => setWriting('refunded')}>{t('triage.other.refunded')}</Button>}
        </div>
      </>
    ),
    ends: (
      <>
        {can(view, 'MarkLost') && <Button look="quiet" onPress={lost.open}>{t('triage.lost.open')}</Button>}
        {can(view, 'Cancel') && <Button look="quiet" onPress={cancel.open}>{t('case.cancel.open')}</Button>}
        {choice.dialog}
        {lost.dialog}
        {cancel.dialog}
      </>
    ),
  }
}
