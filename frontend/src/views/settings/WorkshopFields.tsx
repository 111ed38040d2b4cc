import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Field } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'

/** The fields of a workshop, by the names that errors call them. */
export const workshopFields = ['name', 'street', 'postCode', 'city', 'country', 'email', 'phone', 'siren', 'vat'] as const

const required = new Set<string>(['name', 'street', 'postCode', 'city', 'country'])
const types: Partial<Record<string, 'email' | 'tel'>> = { email: 'email', phone: 'tel' }

/** Who the customer sends the device back to, as documents name them. */
export function WorkshopFields({ form, onChange, fault }: {
  readonly form: api.WorkshopForm
  readonly onChange: (form: api.WorkshopForm) => void
  readonly fault: Fault | null
}): ReactNode {
  const { t } = useText()
  return (
    <Form fault={fault} fields={workshopFields} dense>
      {workshopFields.map((name, i) => (
        <Field key={name} label={t(`settings.workshop.${name}`)} value={form[name]} field={name} fault={fault} required={required.has(name)} type={types[name] ?? 'text'}
          onChange={(value) => onChange({ ...form, [name]: value })} autoFocus={i === 0} />
      ))}
      <Wide><Switch label={t('settings.workshop.margin')} checked={form.margin} onChange={(event) => onChange({ ...form, margin: event.currentTarget.checked })} /></Wide>
    </Form>
  )
}
