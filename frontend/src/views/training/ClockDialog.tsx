import { useState, type ReactNode } from 'react'
import { stationApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { civil } from '../../text/clock'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { useZone } from '../../text/zone'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { useToast } from '../../ui/Toasts'
import classes from './TrainingBar.module.css'

const hour = 3_600_000
const jumps = [['hour', hour], ['day', 24 * hour], ['week', 7 * 24 * hour]] as const

/** Sets the training's clock, to a day and a time or by a jump. */
export function ClockDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, format } = useText()
  const zone = useZone()
  const now = useNow()
  const tell = useToast()
  const [day, setDay] = useState(() => civil(now, zone).day)
  const [time, setTime] = useState(() => civil(now, zone).time)
  const { give, busy, fault } = useCommand<string, api.Bootstrap>((_command, at) => stationApi.SetClock(at), (bootstrap, queries) => {
    queries.setQueryData(keys.bootstrap, bootstrap)
    const set = new Date(bootstrap.now)
    setDay(civil(set, bootstrap.zone).day)
    setTime(civil(set, bootstrap.zone).time)
    tell(t('training.moved', { at: format.dateTime(set) }))
  })
  const set = (): void => void give(`${day}T${time}`).then((done) => { if (done) onClose() })
  return (
    <Dialog
      title={t('training.dialog.title')}
      onClose={onClose}
      size={640}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={set}>{t('training.dialog.set')}</Button>
        </>
      }
    >
      <p className={classes.lead}>{t('training.dialog.lead')}</p>
      <p className={classes.now} role="status">{format.dateTime(now)}</p>
      <Form fault={fault} fields={['at']}>
        <Field label={t('training.dialog.date')} type="date" value={day} onChange={setDay} field="at" fault={fault} autoFocus />
        <Field label={t('training.dialog.time')} type="time" value={time} onChange={setTime} field="" fault={null} />
      </Form>
      <div className={classes.jumps}>
        {jumps.map(([name, by]) => (
          <Button key={name} busy={busy} onPress={() => void give(new Date(now.getTime() + by).toISOString())}>{t(`training.dialog.${name}`)}</Button>
        ))}
        <Button busy={busy} onPress={() => void give('')}>{t('training.dialog.now')}</Button>
      </div>
    </Dialog>
  )
}
