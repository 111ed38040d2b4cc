import { useState, type ReactNode } from 'react'
import { sendingApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { PinDialog } from '../settings/PinDialog'
import classes from './ActionList.module.css'

/** Lanes that wait for the manager's word, such as money after a backup was restored. */
export function StoppedLanes({ lanes }: { readonly lanes: readonly api.LaneView[] }): ReactNode {
  const { t, sentence, format } = useText()
  const [resuming, setResuming] = useState<api.LaneView | null>(null)
  const resume = useCommand<{ lane: api.LaneView; pin: string }, api.SyncView>(
    (_id, { lane, pin }) => sendingApi.ResumeLane(lane.account, lane.reason, pin),
    (view, queries) => {
      queries.setQueryData(keys.sending, view)
      setResuming(null)
    },
  )
  return (
    <Card padded={false}>
      <header className={classes.head}>
        <h2>{t('sending.lanes.title')}</h2>
        <p>{t('sending.lanes.why')}</p>
      </header>
      <ul>
        {lanes.map((lane) => (
          <li key={`${lane.account} ${lane.lane}`} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.kind}>{sentence(`sending.lane.${lane.lane}`)}</span>
              <span className={classes.device}>{sentence(lane.reason)}</span>
            </div>
            <div className={classes.state}>
              <span className={classes.when}>{format.dateTime(lane.since)}</span>
              <Button onPress={() => setResuming(lane)}>{t('sending.lanes.resume')}</Button>
            </div>
          </li>
        ))}
      </ul>
      {resuming && (
        <PinDialog
          title={t('sending.lanes.resume')}
          action={t('sending.lanes.resume')}
          fault={resume.fault}
          busy={resume.busy}
          onPin={(pin) => void resume.give({ lane: resuming, pin })}
          onClose={() => {
            resume.dismiss()
            setResuming(null)
          }}
        >
          <p>{t('sending.lanes.before')}</p>
        </PinDialog>
      )}
    </Card>
  )
}
