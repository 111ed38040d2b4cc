import { IconMessageQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Decision.module.css'
import { choiceOf } from './outcomes'

/** A choice that was put to the customer: the case waits for their answer, which is one press. */
export function Question({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const { question } = view
  const { give, fault, dismiss } = useCaseCommand((command, answer: string) => casesApi.RecordAnswer(command, view.id, { answer }))
  if (!question || question.answer !== '') return null
  return (
    <section className={classes.waiting} aria-label={t('decision.waits')}>
      <p><IconMessageQuestion size={22} aria-hidden /> <strong>{t('decision.waits')}</strong> {t('decision.asked', { at: format.dateTime(question.askedAt), by: question.askedBy })}</p>
      {question.text !== '' && <p className={classes.quiet}>{question.text}</p>}
      {can(view, 'RecordAnswer') && (
        <div className={classes.answers}>
          {question.answers.map((answer) => <Button key={answer} onPress={() => void give(answer)}>{sentence(`decision.answer.${answer}`)}</Button>)}
        </div>
      )}
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
    </section>
  )
}

/** Puts a choice to the customer, in words that are ready to be changed. */
export function useQuestion(view: api.CaseView, done?: () => void): ReturnType<typeof useAsk> {
  const { t, sentence } = useText()
  const choices = ['withdraw_or_repair', 'unlink', 'quote', 'keep_or_return'] as const
  return useAsk(
    {
      title: t('decision.ask_title'),
      lead: t('decision.ask_lead'),
      action: t('decision.ask_go'),
      choices: {
        label: t('decision.ask_choice'),
        chips: choices.map((id) => ({ id, label: sentence(`decision.choice.${id}`) })),
        initial: view.proposal ? choiceOf(view.proposal) : '',
      },
      words: { label: t('decision.ask_words'), long: true, initial: view.proposal?.tell ?? '' },
    },
    (command, { code, words }) => casesApi.AskCustomer(command, view.id, { choice: code, text: words }),
    done,
  )
}
