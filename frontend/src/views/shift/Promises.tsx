import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { useKeepPromise } from '../notes/useKeepPromise'
import { CaseLine } from './CaseLine'
import classes from './Shift.module.css'

/** What customers were promised, the late first. */
export function Promises({ promises }: { readonly promises: readonly api.PromisedView[] }): ReactNode {
  const { t } = useText()
  return (
    <Card title={t('people.shift.promises')}>
      {promises.length === 0 && <p className={classes.none}>{t('people.shift.promises_none')}</p>}
      <ul className={classes.lines}>{promises.map((promise) => <Promised key={promise.note} promise={promise} />)}</ul>
    </Card>
  )
}

function Promised({ promise }: { readonly promise: api.PromisedView }): ReactNode {
  const { t, format } = useText()
  const { id, number, title, customer, note, text, by, until, late } = promise
  const { give, busy } = useKeepPromise(id)
  const due = until === '' ? t('people.shift.until_none') : t(late ? 'people.shift.until_late' : 'people.shift.until', { day: format.day(until) })
  return (
    <CaseLine
      id={id}
      number={number}
      title={[customer, title].filter(Boolean).join(' · ')}
      end={
        <>
          <Pill tone={late ? 'late' : 'plain'}>{due}</Pill>
          <Button look="quiet" busy={busy} label={t('people.shift.keep_of', { number })} onPress={() => void give(note)}>{t('people.notes.keep')}</Button>
        </>
      }
    >
      {text} <span className={classes.by}>({by})</span>
    </CaseLine>
  )
}
