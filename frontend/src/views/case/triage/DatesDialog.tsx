import { useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { plain } from '../ribbonOf'
import { can } from '../steps'
import { DateLines } from './DateLines'
import { RedateDialog } from './RedateDialog'
import classes from './Triage.module.css'

/** The dates of a case with their sources, and the way to correct each. */
export function DatesDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const { t, sentence } = useText()
  const [which, setWhich] = useState('')
  if (which !== '') return <RedateDialog view={view} which={which} onClose={() => setWhich('')} />
  return (
    <Dialog title={t('triage.dates.title')} size={720} onClose={onClose} actions={<Button look="go" shortcut="Enter" onPress={onClose}>{t('triage.rule.close')}</Button>}>
      <p className={classes.quiet}>{t('triage.dates.lead')} {view.policy !== '' && t('triage.rule.judged', { version: view.policy })}</p>
      {view.doubts.length > 0 && (
        <ul className={classes.doubts} aria-label={t('triage.doubt.title')}>
          {view.doubts.map(({ key, args }) => <li key={key}>{sentence(key, plain(args))}</li>)}
        </ul>
      )}
      <DateLines view={view} onCorrect={can(view, 'Redate') ? setWhich : undefined} />
    </Dialog>
  )
}
