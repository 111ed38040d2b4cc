import type { ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { href } from '../../app/route'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import classes from './EndedNote.module.css'
import { can } from './steps'
import { useAsk } from './useAsk'

const ends = ['closed', 'canceled', 'declined', 'lost'] as const

/** How a case ended, and the way to open it again. */
export function EndedNote({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const { open, dialog } = useAsk(
    { title: t('case.reopen.title'), lead: t('case.reopen.lead'), action: t('case.reopen.go'), words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.Reopen(command, view.id, { code: '', reason: words, pin: '' }),
  )
  const end = ends.find((stage) => stage === view.stage)
  if (view.absorbedInto !== '') {
    return <p className={classes.ended}>{t('case.closed.merged')} <a href={href({ screen: 'case', id: view.absorbedInto, step: null })}>{t('case.closed.merged_open')}</a></p>
  }
  if (end === undefined) return null
  const why =
    view.closedBecause !== '' ? t('case.closed.exception', { because: sentence(`case.closed.because.${view.closedBecause}`) })
      : view.declineCode !== '' ? sentence(`case.decline.code.${view.declineCode}`)
        : end === 'closed' ? t('case.closed.both') : ''
  return (
    <section className={classes.ended}>
      <div>
        <h2>{t(`case.closed.${end}`)}</h2>
        {why !== '' && <p className={classes.why}>{why}</p>}
      </div>
      {can(view, 'Reopen') && <Button onPress={open}>{t('case.reopen.open')}</Button>}
      {dialog}
    </section>
  )
}
