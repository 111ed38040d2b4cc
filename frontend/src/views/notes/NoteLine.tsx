import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Pill } from '../../ui/Pill'
import classes from './Notes.module.css'
import { isLate, isOpenPromise } from './promises'
import { useKeepPromise } from './useKeepPromise'

/** A note: what, who and when; of a promise also by when, and whether it was kept. */
export function NoteLine({ note, caseId }: { readonly note: api.NoteView; readonly caseId: string }): ReactNode {
  const { t, format } = useText()
  const now = useNow()
  const { give, busy } = useKeepPromise(caseId)
  const { id, text, at, by, until, keptAt, keptBy } = note
  const promised = until === '' ? t('people.notes.promised') : t(isLate(note, now) ? 'people.notes.promised_late' : 'people.notes.promised_by', { day: format.day(until) })
  return (
    <li className={classes.note}>
      <div>
        <p>{text}</p>
        <p className={classes.by}>
          {t('people.notes.by', { by, at: format.dateTime(at) })}
          {keptAt !== '' && ` · ${t('people.notes.kept', { at: format.dateTime(keptAt), by: keptBy })}`}
        </p>
        {isOpenPromise(note) && <Pill tone={isLate(note, now) ? 'late' : 'info'}>{promised}</Pill>}
      </div>
      {isOpenPromise(note) && <Button busy={busy} onPress={() => void give(id)}>{t('people.notes.keep')}</Button>}
    </li>
  )
}
