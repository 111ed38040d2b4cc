import { useState, type ReactNode } from 'react'
import { settingsApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Identifier } from '../../ui/Identifier'
import classes from './SettingsScreen.module.css'
import { useSaving } from './useSaving'

/** This station: the name that stands above its screens, and what is fixed about it. */
export function StationSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState(view.station)
  const { fault, bar } = useSaving<api.StationForm>(settingsApi.SaveStation)
  const [manager] = view.operators
  return (
    <Card title={t('settings.station.title')}>
      <p className={classes.lead}>{t('settings.station.lead')}</p>
      <Form fault={fault} fields={['stationName']}>
        <Field label={t('settings.station.name')} value={form.name} onChange={(name) => setForm({ ...form, name })} field="stationName" fault={fault} required />
        <Facts
          facts={[
            { term: t('settings.station.prefix'), value: <Identifier value={view.station.prefix} /> },
            ...(manager ? [{ term: t('settings.station.manager'), value: manager.name }] : []),
          ]}
        />
      </Form>
      {bar(form)}
    </Card>
  )
}
