import { useState, type ReactNode } from 'react'
import { peopleApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'
import { PersonFields } from './PersonFields'
import { useTeamCommand } from './useTeamCommand'

/** Somebody who joins the team. Their badge is made with them. */
export function AddPerson({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState<api.PersonForm>({ name: '', role: 'operator', newPin: '' })
  const { give, busy, fault } = useTeamCommand<api.PersonForm>((command, person) => peopleApi.Add(command, person, ''), ({ name }) => t('people.team.added', { name }))
  const add = (): void => void give(form).then((done) => { if (done) onClose() })
  return (
    <Dialog
      title={t('people.team.add')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={add}>{t('people.team.add_go')}</Button>
        </>
      }
    >
      <Form fault={fault} fields={['name', 'role', 'newPin']}>
        <PersonFields form={form} onChange={setForm} fault={fault} />
        <Wide>
          <Field label={t('people.team.new_pin')} note={t('people.team.new_pin_note')} value={form.newPin} onChange={(newPin) => setForm({ ...form, newPin })} field="newPin" fault={fault} type="password" />
        </Wide>
      </Form>
    </Dialog>
  )
}
