import { useState, type ReactNode } from 'react'
import { settingsApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './SettingsScreen.module.css'
import { useSaving } from './useSaving'
import { WorkshopFields } from './WorkshopFields'

/** The workshop as the documents name it. */
export function WorkshopSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState(view.workshop)
  const { fault, bar } = useSaving<api.WorkshopForm>(settingsApi.SaveWorkshop)
  return (
    <Card title={t('settings.workshop.title')}>
      <p className={classes.lead}>{t('settings.workshop.lead')}</p>
      <WorkshopFields form={form} onChange={setForm} fault={fault} />
      {bar(form)}
    </Card>
  )
}
