import { IconCalendarQuestion, IconCalendarTime, IconHistory } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { useToast } from '../../ui/Toasts'
import classes from './CaseTools.module.css'
import { NotesButton } from '../notes/NotesButton'
import { HistoryDialog } from './HistoryDialog'
import { can } from './steps'
import { useAsk } from './useAsk'

/** What concerns the whole case, whatever its step: its history and its dates. */
export function CaseTools({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [history, setHistory] = useState(false)
  const redate = useRedate(view)
  const unknown = view.deliveredAt.at === '' && !!view.sale && !view.customerSettled && can(view, 'Redate')
  return (
    <div className={classes.tools}>
      {can(view, 'Redate') && (
        <Button look="quiet" icon={unknown ? <IconCalendarQuestion size={22} stroke={1.6} color="var(--warn)" aria-hidden /> : <IconCalendarTime size={22} stroke={1.6} aria-hidden />} onPress={redate.open}>
          {unknown ? t('case.redate.delivery_set') : t('case.tools.redate')}
        </Button>
      )}
      <NotesButton view={view} />
      <Button look="quiet" icon={<IconHistory size={22} stroke={1.6} aria-hidden />} shortcut="F7" onPress={() => setHistory(true)}>{t('case.tools.history')}</Button>
      {redate.dialog}
      {history && <HistoryDialog view={view} onClose={() => setHistory(false)} />}
    </div>
  )
}

function useRedate(view: api.CaseView): ReturnType<typeof useAsk> {
  const { t } = useText()
  const tell = useToast()
  const which = ['delivery', 'declaration', ...(view.reception ? ['arrival'] : [])] as const
  return useAsk(
    {
      title: t('case.redate.title'),
      lead: view.deliveredAt.at === '' ? `${t('case.redate.delivery_unknown')} ${t('case.redate.lead')}` : t('case.redate.lead'),
      action: t('case.redate.go'),
      choices: {
        label: t('case.redate.which'),
        chips: which.map((id) => ({ id, label: t(`case.redate.which.${id as 'delivery' | 'declaration' | 'arrival'}`) })),
        initial: view.deliveredAt.at === '' ? 'delivery' : '',
      },
      date: { label: t('case.redate.at'), type: 'date' },
      words: { label: t('case.form.reason') },
    },
    (command, { code, date, words }) => casesApi.Redate(command, view.id, { which: code, at: date, reason: words }),
    () => tell(t('case.redate.done')),
  )
}
