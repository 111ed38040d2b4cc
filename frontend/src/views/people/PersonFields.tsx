import type { ReactNode } from 'react'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Chips } from '../../ui/Chips'
import { FaultText } from '../../ui/FaultText'
import { Field } from '../../ui/Field'
import { Wide } from '../../ui/Form'
import classes from './Team.module.css'

export const roles = ['operator', 'lead', 'manager'] as const
type Role = (typeof roles)[number]

export interface PersonWritten {
  readonly name: string
  readonly role: string
}

/** The name and the role of somebody, with what the role may do. */
export function PersonFields<Written extends PersonWritten>({ form, onChange, fault }: {
  readonly form: Written
  readonly onChange: (form: Written) => void
  readonly fault: Fault | null
}): ReactNode {
  const { t } = useText()
  const role = roles.find((known) => known === form.role)
  return (
    <>
      <Wide><Field label={t('people.team.name')} value={form.name} onChange={(name) => onChange({ ...form, name })} field="name" fault={fault} required autoFocus /></Wide>
      <Wide>
        <Chips label={t('people.team.role')} chosen={form.role} onChoose={(chosen) => onChange({ ...form, role: chosen })}
          chips={roles.map((id: Role) => ({ id, label: t(`people.role.${id}`) }))} error={fault?.field === 'role' ? <FaultText fault={fault} /> : undefined} />
        {role !== undefined && <p className={classes.quiet}>{t(`people.role_note.${role}`)}</p>}
      </Wide>
    </>
  )
}
