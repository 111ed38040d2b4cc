import { IconPackageImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import { useToast } from '../../ui/Toasts'
import { DocumentLine } from './Documents'
import classes from './ReceptionStep.module.css'
import { StepFoot } from './StepFoot'
import { useStepScan } from './stepScans'
import { can, isOfCase } from './steps'
import { useAsk } from './useAsk'
import { useAwaited } from './triage/Awaited'
import { useCaseCommand } from './useCaseCommand'

/** The arrival of the parcel: one key, or one scan of its label. */
export function ReceptionStep({ view, scanned }: { readonly view: api.CaseView; readonly scanned: string }): ReactNode {
  return view.reception ? <Arrived view={view} /> : <Expected view={view} scanned={scanned} />
}

function Expected({ view, scanned }: { readonly view: api.CaseView; readonly scanned: string }): ReactNode {
  const { t } = useText()
  const { receive, earlier, busy, fault, dismiss } = useReceive(view)
  const awaited = useAwaited(view)
  useStepScan('find', (code) => receive(code.text), can(view, 'Receive'))
  const code = isOfCase(scanned, view) ? scanned : ''
  if (awaited.form) return awaited.form
  return (
    <>
      <Card className={classes.expected}>
        <IconPackageImport size={44} stroke={1.4} aria-hidden />
        <h2>{t('case.reception.waiting')}</h2>
        <p>{t('case.reception.waiting_why')}</p>
        {code !== '' && <p className={classes.code}>{t('case.reception.scanned', { code })}</p>}
      </Card>
      {awaited.notes}
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <StepFoot
        view={view}
        end={can(view, 'Receive') && (
          <>
            <Button onPress={earlier.open}>{t('case.reception.earlier')}</Button>
            <Button look="go" shortcut="F9" busy={busy} icon={<IconPackageImport size={24} stroke={1.6} aria-hidden />} onPress={() => receive(code)}>{t('case.reception.go')}</Button>
          </>
        )}
      >
        {awaited.ends}
      </StepFoot>
      {earlier.dialog}
    </>
  )
}

interface Receiving {
  readonly receive: (code: string) => void
  readonly earlier: ReturnType<typeof useAsk>
  readonly busy: boolean
  readonly fault: ReturnType<typeof useCaseCommand>['fault']
  readonly dismiss: () => void
}

function useReceive({ id }: api.CaseView): Receiving {
  const { t } = useText()
  const tell = useToast()
  const { give, busy, fault, dismiss } = useCaseCommand((command, code: string) => casesApi.Receive(command, id, { arrived: '', reason: '', code }))
  const undo = useCaseCommand((command, reason: string) => casesApi.UndoReception(command, id, { code: '', reason, pin: '' }))
  const done = (): void => {
    play('done')
    tell(t('case.reception.done'), () => void undo.give(t('case.reception.undo_reason')).then((view) => { if (view) tell(t('case.reception.undone')) }))
  }
  const earlier = useAsk(
    {
      title: t('case.reception.earlier_title'),
      lead: t('case.reception.earlier_lead'),
      action: t('case.reception.go'),
      date: { label: t('case.reception.earlier_at'), type: 'datetime-local' },
      words: { label: t('case.form.reason') },
    },
    (command, { date, words }) => casesApi.Receive(command, id, { arrived: date, reason: words, code: '' }),
    done,
  )
  return {
    receive: (code) => void give(code).then((view) => { if (view) done(); else play('refused') }),
    earlier,
    busy,
    fault: fault ?? undo.fault,
    dismiss: () => { dismiss(); undo.dismiss() },
  }
}

function Arrived({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, format } = useText()
  const { reception, documents } = view
  const label = documents.find(({ kind }) => kind === 'device_label')
  const undo = useAsk(
    {
      title: t('case.reception.undo_title'),
      lead: t('case.reception.undo_lead'),
      action: t('case.reception.undo'),
      danger: true,
      words: { label: t('case.form.reason'), initial: t('case.reception.undo_reason') },
    },
    (command, { words }) => casesApi.UndoReception(command, view.id, { code: '', reason: words, pin: '' }),
  )
  if (!reception) return null
  const logged = [format.dateTime(reception.loggedAt), reception.by !== '' && t('case.reception.by', { by: reception.by })].filter(Boolean).join(' ')
  return (
    <>
      <Card title={t('case.reception.done')} className={classes.arrived}>
        <Facts
          facts={[
            { term: t('case.reception.arrived'), value: reception.arrived.precision === 'day' ? format.date(reception.arrived.at) : format.dateTime(reception.arrived.at) },
            { term: t('case.reception.logged'), value: logged },
            ...(reception.reason === '' ? [] : [{ term: t('case.reception.reason'), value: reception.reason }]),
            ...(view.returnTracking === '' ? [] : [{ term: t('case.fact.tracking'), value: <Identifier value={view.returnTracking} /> }]),
          ]}
        />
        {label ? <DocumentLine document={label} caseId={view.id} /> : <p>{t('case.reception.label_due')}</p>}
      </Card>
      <StepFoot view={view} end={reception.undoable && can(view, 'UndoReception') && <Button onPress={undo.open}>{t('case.reception.undo')}</Button>} />
      {undo.dialog}
    </>
  )
}
