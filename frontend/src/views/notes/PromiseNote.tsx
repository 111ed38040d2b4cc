import { IconHeartHandshake } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import classes from './Notes.module.css'
import { isLate, openPromises } from './promises'
import { useKeepPromise } from './useKeepPromise'

/** The promise to the customer that is due first, above whatever step shows. */
export function PromiseNote({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, format } = useText()
  const now = useNow()
  const { give, busy } = useKeepPromise(view.id)
  const [promise] = openPromises(view.notes)
  if (!promise) return null
  const { id, text, by, at, until } = promise
  const late = isLate(promise, now)
  return (
    <section className={classes.promise} data-late={late || undefined} aria-label={t('people.notes.promised')}>
      <IconHeartHandshake size={24} aria-hidden />
      <div>
        <p className={classes.what}>{text}</p>
        <p className={classes.by}>
          {until === '' ? t('people.notes.promised') : t(late ? 'people.notes.promised_late' : 'people.notes.promised_by', { day: format.day(until) })}
          {` · ${t('people.notes.by', { by, at: format.dateTime(at) })}`}
        </p>
      </div>
      <Button busy={busy} onPress={() => void give(id)}>{t('people.notes.keep')}</Button>
    </section>
  )
}
