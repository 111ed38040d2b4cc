import { PasswordInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { catalogue, languages } from '../../text/catalogue'
import { useText } from '../../text/useText'
import { Chips } from '../../ui/Chips'
import { below, Field, useFieldError } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { AccountFields } from '../settings/AccountFields'
import { WorkshopFields } from '../settings/WorkshopFields'
import type { SetupStep } from './setup'

/** The fields of one step of the assistant. */
export function SetupStepForm({ step, form, onChange, fault, sample, onEnter }: {
  readonly step: SetupStep
  readonly form: api.SetupForm
  readonly onChange: (form: api.SetupForm) => void
  readonly fault: Fault | null
  readonly sample: boolean
  readonly onEnter: () => void
}): ReactNode {
  const { t } = useText()
  const { workshop, station, account } = form
  const setStation = (part: Partial<api.StationForm>): void => onChange({ ...form, station: { ...station, ...part } })
  switch (step) {
    case 'workshop':
      return <WorkshopFields form={workshop} onChange={(next) => onChange({ ...form, workshop: next })} fault={fault} />
    case 'station':
      return (
        <Form fault={fault} fields={['prefix', 'stationName']}>
          <Field label={t('settings.station.name')} note={t('assistant.station_name')} value={station.name} onChange={(name) => setStation({ name })} field="stationName" fault={fault} required autoFocus />
          <Field label={t('settings.station.prefix')} note={t('assistant.prefix', { example: `${station.prefix.toUpperCase() || 'P03'}A-000123` })} value={station.prefix} onChange={(prefix) => setStation({ prefix: prefix.toUpperCase() })} field="prefix" fault={fault} required mono />
        </Form>
      )
    case 'account':
      return (
        <AccountFields
          form={{ ...account, company: account.company || workshop.name, contact: account.contact || workshop.email }}
          onChange={(next) => onChange({ ...form, account: next })}
          fault={fault}
          environments={sample ? ['sandbox'] : ['production', 'preprod', 'none']}
        />
      )
    case 'language':
      return (
        <Chips label={t('settings.appearance.language')} chosen={station.language} chips={languages.map((id) => ({ id, label: t(`settings.language.${id}`) }))}
          onChoose={(language) => {
            setStation({ language })
            void catalogue.changeLanguage(language)
          }} />
      )
    case 'manager':
      return (
        <Form fault={fault} fields={['manager', 'pin']}>
          <Field label={t('assistant.manager')} value={form.manager} onChange={(manager) => onChange({ ...form, manager })} field="manager" fault={fault} required autoFocus />
          <Pin value={form.pin} onChange={(pin) => onChange({ ...form, pin })} fault={fault} onEnter={onEnter} />
        </Form>
      )
  }
}

function Pin({ value, onChange, fault, onEnter }: {
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly fault: Fault | null
  readonly onEnter: () => void
}): ReactNode {
  const { t } = useText()
  const error = useFieldError(fault, 'pin')
  return (
    <PasswordInput label={t('assistant.pin')} description={t('assistant.pin_note')} inputWrapperOrder={below} value={value} error={error} inputMode="numeric" autoComplete="new-password" required
      onChange={(event) => onChange(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') onEnter() }} />
  )
}
