import { IconPlayerPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import classes from './HoldNote.module.css'
import { can } from './steps'
import { useAsk } from './useAsk'

/** Why a case is on hold, since when, and the way on. */
export function HoldNote({ view }: { readonly view: api.CaseView }): ReactNode {
  const { hold, identity } = view
  const { t, sentence, format } = useText()
  const doubtful = hold?.code === 'identity' || identity.state === 'mismatch'
  const { open, dialog } = useAsk(
    {
      title: t('case.resume.title'),
      lead: doubtful ? t('case.resume.identity') : t('case.resume.lead'),
      action: t('case.resume.go'),
      words: { label: doubtful ? t('case.form.reason') : t('case.form.reason_optional'), optional: !doubtful },
      pin: doubtful,
    },
    (command, { words, pin }) => casesApi.Resume(command, view.id, { code: '', reason: words, pin }),
  )
  if (!hold) return null
  const at = format.dateTime(hold.at)
  const since = hold.by === '' ? t('case.hold.since', { at }) : t('case.hold.since_by', { at, by: hold.by })
  return (
    <section className={classes.hold} aria-label={t('case.tools.hold')}>
      <IconPlayerPause size={24} aria-hidden />
      <div>
        <p className={classes.what}>{[sentence(`case.hold.code.${hold.code}`), hold.text].filter(Boolean).join(' : ')}</p>
        <p className={classes.note}>{[since, hold.reviewAt !== '' && t('case.hold.until', { at: format.day(hold.reviewAt) })].filter(Boolean).join(' · ')}</p>
        {doubtful && identity.state !== 'mismatch' && <p className={classes.note}>{t('case.hold.identity_do')}</p>}
      </div>
      {can(view, 'Resume') && <Button shortcut="F8" onPress={open}>{t('case.tools.resume')}</Button>}
      {dialog}
    </section>
  )
}
