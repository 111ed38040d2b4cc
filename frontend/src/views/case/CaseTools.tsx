import { IconCalendarQuestion, IconCalendarTime, IconHistory } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import classes from './CaseTools.module.css'
import { CorrectButton } from './corrections/CorrectButton'
import { NotesButton } from '../notes/NotesButton'
import { HistoryDialog } from './HistoryDialog'
import { can } from './steps'
import { DatesDialog } from './triage/DatesDialog'

/** What concerns the whole case, whatever its step: its history and its dates. */
export function CaseTools({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [history, setHistory] = useState(false)
  const [dates, setDates] = useState(false)
  const unknown = view.deliveredAt.at === '' && !!view.sale && !view.customerSettled && can(view, 'Redate')
  return (
    <div className={classes.tools}>
      {view.dates.length > 0 && (
        <Button look="quiet" icon={unknown ? <IconCalendarQuestion size={22} stroke={1.6} color="var(--warn)" aria-hidden /> : <IconCalendarTime size={22} stroke={1.6} aria-hidden />} onPress={() => setDates(true)}>
          {unknown ? t('case.redate.delivery_set') : t('triage.dates.open')}
        </Button>
      )}
      <CorrectButton view={view} />
      <NotesButton view={view} />
      <Button look="quiet" icon={<IconHistory size={22} stroke={1.6} aria-hidden />} shortcut="F7" onPress={() => setHistory(true)}>{t('case.tools.history')}</Button>
      {dates && <DatesDialog view={view} onClose={() => setDates(false)} />}
      {history && <HistoryDialog view={view} onClose={() => setHistory(false)} />}
    </div>
  )
}
