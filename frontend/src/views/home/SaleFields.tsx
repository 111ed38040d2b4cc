import type { ReactNode } from 'react'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Field } from '../../ui/Field'
import type { Draft } from './requestForm'

/** The fields below, by the names that errors call them. */
export const saleFields = ['orderRef', 'title', 'imei', 'serial', 'paid', 'shipping', 'name', 'email', 'phone', 'street', 'postCode', 'city'] as const

const required = new Set<string>(['orderRef', 'title', 'paid', 'name'])
const types: Partial<Record<string, 'email' | 'tel'>> = { email: 'email', phone: 'tel' }

/** What was sold and to whom, for an order that the station does not know. */
export function SaleFields({ draft, set, fault }: {
  readonly draft: Draft
  readonly set: (part: Partial<Draft>) => void
  readonly fault: Fault | null
}): ReactNode {
  const { t } = useText()
  return saleFields.map((name, i) => (
    <Field
      key={name}
      label={t(`home.request.field.${name}`)}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      field={name}
      fault={fault}
      required={required.has(name)}
      mono={name === 'imei' || name === 'serial'}
      type={types[name] ?? 'text'}
      autoFocus={i === 0}
    />
  ))
}
