import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { go, href } from '../../app/route'
import { sendingApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Pill } from '../../ui/Pill'
import classes from './ActionList.module.css'
import type { Finish } from './FinishDialog'
import { canFinish, canRetry, stateTone } from './states'

/** One thing that leaves for the marketplace: what, of which case, how far, and what can be done about it. */
export function ActionRow({ action, onFinish }: {
  readonly action: api.ActionView
  readonly onFinish: (finish: Finish) => void
}): ReactNode {
  const { t, sentence, format } = useText()
  const now = useNow()
  const { id, caseId, number, title, kind, state, error, amount, attempts, notBefore, updatedAt } = action
  const retry = useCommand<string, api.SyncView>((command, row) => sendingApi.Retry(command, row), (view, queries) => queries.setQueryData(keys.sending, view))
  const later = state === 'queued' && notBefore !== '' && Date.parse(notBefore) > now.getTime()
  const money = kind === 'refund'
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.kind}>{sentence(`sending.kind.${kind}`)}</span>
        {amount && <Amount money={amount} />}
        <a href={href({ screen: 'case', id: caseId, step: null })}>{number}</a>
        <span className={classes.device}>{title}</span>
      </div>
      <div className={classes.state}>
        <span className={classes.when}>
          {later ? t('sending.next_try', { when: format.relative(notBefore, now) }) : format.relative(updatedAt, now)}
          {attempts > 1 && ` · ${t('sending.attempts', { count: attempts })}`}
        </span>
        <Tooltip label={sentence(`sending.state_why.${state}`)}>
          <span><Pill tone={stateTone(state)}>{sentence(`sending.state.${state}`)}</Pill></span>
        </Tooltip>
      </div>
      {error && <p className={classes.error}>{sentence(error.key, error.args)}</p>}
      {retry.fault && <p className={classes.error} role="alert">{sentence(retry.fault.key, retry.fault.args)}</p>}
      {(canRetry(action) || canFinish(action) || (money && action.askPerson)) && (
        <div className={classes.actions}>
          {money && <Button onPress={() => go({ screen: 'case', id: caseId, step: null })}>{t('sending.open_case')}</Button>}
          {canRetry(action) && <Button busy={retry.busy} onPress={() => void retry.give(id)}>{t('sending.retry')}</Button>}
          {canFinish(action) && <Button onPress={() => onFinish({ action, dropped: false })}>{t('sending.by_hand')}</Button>}
          {canFinish(action) && <Button look="quiet" onPress={() => onFinish({ action, dropped: true })}>{t('sending.drop')}</Button>}
        </div>
      )}
    </li>
  )
}
