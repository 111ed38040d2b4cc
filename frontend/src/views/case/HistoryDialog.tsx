import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useHistory } from '../../api/reads'
import { useText, type Text } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import classes from './HistoryDialog.module.css'

/** What happened to a case, the latest first: who, when, and the hash that chains it. */
export function HistoryDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const text = useText()
  const { t, sentence, format } = text
  const query = useHistory(view.id)
  return (
    <Dialog title={t('case.history.title')} size={900} onClose={onClose} actions={<Button shortcut="F9" onPress={onClose}>{t('case.history.close')}</Button>}>
      <Loading query={query}>
        {(entries) => (
          <ol className={classes.entries} tabIndex={0} aria-label={t('case.history.title')}>
            {entries.toReversed().map((entry) => (
              <li key={entry.seq} className={classes.entry}>
                <p>
                  {sentence(`case.event.${entry.type}`)}
                  <span className={classes.facts}>{factsOf(entry, text)}</span>
                </p>
                <p className={classes.who}>{t('case.history.by', { at: format.dateTime(entry.at), by: entry.by === '' ? t('case.history.station') : entry.by })}</p>
                <Identifier value={entry.hash} copy={false} />
              </li>
            ))}
          </ol>
        )}
      </Loading>
    </Dialog>
  )
}

/** The short facts of an event, in words where they are codes. */
function factsOf({ type, facts }: api.HistoryEntry, { sentence, format }: Text): string {
  const named = (subject: string, name: string): string => (facts[name] ? sentence(`${subject}.${facts[name]}`) : '')
  const raw = (name: string): string => facts[name] ?? ''
  const told: Readonly<Record<string, () => readonly string[]>> = {
    parcel_announced: () => [raw('tracking')],
    identity_read: () => [named('case.identity.state', 'state'), raw('imei') || raw('serial')],
    case_held: () => [named('case.hold.code', 'code')],
    request_declined: () => [named('case.decline.code', 'code')],
    inspection_stopped: () => [named('catalog.defect', 'defect')],
    refund_approved: () => [format.amount({ minor: Number(raw('minor')), currency: raw('currency') })],
    document_issued: () => [named('case.document', 'kind'), raw('number')],
    action_queued: () => [named('case.action', 'kind')],
    action_settled: () => [named('case.action.state', 'result')],
    device_moved: () => [named('case.place', 'place'), raw('bin')],
    grade_recorded: () => [named('case.grade', 'grade')],
    wipe_recorded: () => [named('case.away.wipe', 'state'), named('case.away.method', 'method')],
    moment_corrected: () => [named('case.redate.which', 'which'), raw('at') && format.dateTime(raw('at'))],
    evidence_added: () => [facts.check ? sentence(`catalog.check.${facts.check}.label`) : named('catalog.view', 'view')],
  }
  return told[type]?.().filter((part) => part !== '').join(' · ') ?? ''
}
