import { useState, type ReactNode } from 'react'
import { peopleApi, type api } from '../../api/api'
import { useTeam } from '../../api/reads'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chips'
import { Field } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'
import { Loading } from '../../ui/Loading'
import { limitWritten, minutesWritten } from './rights'
import { TeamLog } from './TeamLog'
import classes from './Team.module.css'
import { useTeamCommand } from './useTeamCommand'

/** Who may do what without asking anybody. */
export function RightsSection(): ReactNode {
  return (
    <Loading query={useTeam()}>
      {({ rights, log }) => (
        <>
          <RightsCard rights={rights} />
          <TeamLog entries={log} />
        </>
      )}
    </Loading>
  )
}

function RightsCard({ rights }: { readonly rights: api.RightsView }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState<api.RightsForm>({
    alone: rights.alone, operatorLimit: limitWritten(rights.operatorLimit), leadLimit: limitWritten(rights.leadLimit), pinMinutes: rights.pinMinutes, lockMinutes: rights.lockMinutes,
  })
  const set = (part: Partial<api.RightsForm>): void => setForm((before) => ({ ...before, ...part }))
  const { give, busy, fault } = useTeamCommand<api.RightsForm>((command, written) => peopleApi.SaveRights(command, written, ''), () => t('people.rights.saved'))
  const alone = form.alone ? 'yes' : 'no'
  return (
    <Card title={t('people.rights.title')}>
      <p className={classes.lead}>{t('people.rights.lead')}</p>
      <Form fault={fault} fields={['operatorLimit', 'leadLimit', 'pinMinutes', 'lockMinutes']}>
        <Wide>
          <Chips label={t('people.rights.second')} chosen={alone} onChoose={(chosen) => set({ alone: chosen === 'yes' })}
            chips={(['yes', 'no'] as const).map((id) => ({ id, label: t(`people.rights.alone.${id}`) }))} />
          <p className={classes.quiet}>{t(`people.rights.alone_note.${alone}`)}</p>
        </Wide>
        <Field label={t('people.rights.operator_limit')} note={t('people.rights.limit_note')} value={form.operatorLimit} onChange={(operatorLimit) => set({ operatorLimit })} field="operatorLimit" fault={fault} ends={rights.currency} />
        <Field label={t('people.rights.lead_limit')} note={t('people.rights.limit_note')} value={form.leadLimit} onChange={(leadLimit) => set({ leadLimit })} field="leadLimit" fault={fault} ends={rights.currency} />
        <Field label={t('people.rights.pin_minutes')} note={t('people.rights.pin_minutes_note')} value={String(form.pinMinutes)} onChange={(typed) => set({ pinMinutes: minutesWritten(typed) })} field="pinMinutes" fault={fault} />
        <Field label={t('people.rights.lock_minutes')} note={t('people.rights.lock_minutes_note')} value={String(form.lockMinutes)} onChange={(typed) => set({ lockMinutes: minutesWritten(typed) })} field="lockMinutes" fault={fault} />
      </Form>
      <div className={classes.save}><Button look="go" shortcut="F9" busy={busy} onPress={() => void give(form)}>{t('settings.save')}</Button></div>
    </Card>
  )
}
