import { IconCheck, IconX } from '@tabler/icons-react'
import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import classes from './RequestStep.module.css'
import { StepFoot } from './StepFoot'
import { can } from './steps'
import { useAsk } from './useAsk'
import { useCaseCommand } from './useCaseCommand'

/** What the customer says and wants, and the answer to it. */
export function RequestStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const coming = view.messages.flatMap(({ attachments }) => attachments).filter(({ photo }) => photo === '').length
  const { claim } = view
  return (
    <>
      <Card className={classes.request}>
        <p className={classes.author}>{t('case.request.says')}</p>
        <p className={classes.wish}>{sentence(`case.claim.${claim.kind === '' ? 'unknown' : claim.kind}`)} · {sentence(`case.wish.${claim.wish === '' ? 'unknown' : claim.wish}`)}</p>
        {claim.issues.length > 0 && <p className={classes.issues}>{t('case.request.issues')} {claim.issues.map((issue) => <code key={issue}>{issue}</code>)}</p>}
        {view.messages.length === 0 && <blockquote className={classes.words}>{claim.text === '' ? t('case.request.no_words') : claim.text}</blockquote>}
        <Conversation view={view} />
        {coming > 0 && <p className={classes.issues}>{t('case.request.coming', { count: coming })}</p>}
      </Card>
      {can(view, 'Authorise') && <Answer view={view} />}
      {!can(view, 'Authorise') && <StepFoot view={view} />}
    </>
  )
}

function Conversation({ view }: { readonly view: api.CaseView }): ReactNode {
  const { sentence, format } = useText()
  return (
    <ol className={classes.messages}>
      {view.messages.map(({ id, author, at, text }) => (
        <li key={id} className={author === 'seller' ? classes.ours : undefined}>
          <p className={classes.author}>{sentence(`case.author.${author}`)} · {format.dateTime(at)}</p>
          <p className={classes.text}>{text}</p>
        </li>
      ))}
    </ol>
  )
}

function Answer({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [label, setLabel] = useState(view.origin === 'hand') // A marketplace gives the label itself.
  const { give, busy, fault, dismiss } = useCaseCommand((command, ours: boolean) => casesApi.Authorise(command, view.id, ours))
  const decline = useAsk(
    {
      title: t('case.decline.title'),
      lead: t('case.decline.lead'),
      action: t('case.decline.go'),
      danger: true,
      choices: { label: t('case.decline.code'), chips: (['late', 'not_ours', 'excluded', 'duplicate', 'customer_kept', 'other'] as const).map((id) => ({ id, label: t(`case.decline.code.${id}`) })) },
      words: { label: t('case.decline.words'), long: true },
    },
    (command, { code, words }) => casesApi.Decline(command, view.id, { code, reason: words, pin: '' }),
  )
  const cancel = useCancel(view)
  const held = view.hold ? t('case.decision.held') : undefined
  const authorise = (): void =>
    void give(label).then((answered) => play(answered ? 'done' : 'refused'))
  return (
    <>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <Switch className={classes.label} checked={label} onChange={(event) => setLabel(event.currentTarget.checked)} label={t('case.authorise.label')} />
      <StepFoot
        view={view}
        end={
          <>
            <Button icon={<IconX size={22} aria-hidden />} disabledReason={held} onPress={decline.open}>{t('case.decline.open')}</Button>
            <Button look="go" shortcut="F9" busy={busy} icon={<IconCheck size={22} aria-hidden />} disabledReason={held} onPress={authorise}>{t('case.authorise.go')}</Button>
          </>
        }
      >
        <Button look="quiet" onPress={cancel.open}>{t('case.cancel.open')}</Button>
      </StepFoot>
      {decline.dialog}
      {cancel.dialog}
    </>
  )
}

/** Ends a return whose parcel will not come. */
export function useCancel({ id }: Pick<api.CaseView, 'id'>): ReturnType<typeof useAsk> {
  const { t } = useText()
  return useAsk(
    { title: t('case.cancel.title'), lead: t('case.cancel.lead'), action: t('case.cancel.go'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.Cancel(command, id, { code: '', reason: words, pin: '' }),
  )
}
