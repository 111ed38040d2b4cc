import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Chips } from '../../ui/Chips'
import { Field, useFieldError } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'

/** Which account a station connects with; a sample's only way is its sandbox. */
export function AccountFields({ form, onChange, fault, environments, hasToken = false }: {
  readonly form: api.AccountForm
  readonly onChange: (form: api.AccountForm) => void
  readonly fault: Fault | null
  readonly environments: readonly string[]
  /** A token is kept already and stays when none is entered. */
  readonly hasToken?: boolean
}): ReactNode {
  const { t, sentence } = useText()
  const error = useFieldError(fault, 'environment')
  const real = form.environment === 'production' || form.environment === 'preprod'
  return (
    <Form fault={fault} fields={['environment', ...(real ? ['token', 'company', 'contact'] : [])]}>
      <Wide>
        <Chips label={t('settings.account.environment')} chosen={form.environment} onChoose={(environment) => onChange({ ...form, environment })}
          chips={environments.map((id) => ({ id, label: sentence(`settings.environment.${id}`) }))} {...(error === undefined ? {} : { error })} />
        <p>{form.environment !== '' && sentence(`settings.environment_why.${form.environment}`)}</p>
      </Wide>
      {real && (
        <>
          <Wide><Field label={t('settings.account.token')} note={t(hasToken ? 'settings.account.token_kept' : 'settings.account.token_note')} value={form.token} onChange={(token) => onChange({ ...form, token })} field="token" fault={fault} type="password" /></Wide>
          <Field label={t('settings.account.company')} value={form.company} onChange={(company) => onChange({ ...form, company })} field="company" fault={fault} />
          <Field label={t('settings.account.contact')} note={t('settings.account.contact_note')} value={form.contact} onChange={(contact) => onChange({ ...form, contact })} field="contact" fault={fault} type="email" />
        </>
      )}
    </Form>
  )
}
