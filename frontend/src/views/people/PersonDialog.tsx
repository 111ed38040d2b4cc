import { IconDoorExit, IconId, IconKey } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { peopleApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Confirm } from '../../ui/Confirm'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Field } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'
import { PrintDialog } from '../../ui/PrintDialog'
import { PersonFields, type PersonWritten } from './PersonFields'
import classes from './Team.module.css'
import { useTeamCommand } from './useTeamCommand'

type Part = 'all' | 'pin' | 'badge' | 'leave'

/** One of the team: their name and role, their PIN, their badge, their leave. */
export function PersonDialog({ person, onClose }: { readonly person: api.MemberView; readonly onClose: () => void }): ReactNode {
  const [part, setPart] = useState<Part>('all')
  const back = (): void => setPart('all')
  switch (part) {
    case 'all':
      return <Described person={person} onPart={setPart} onClose={onClose} />
    case 'pin':
      return <NewPin person={person} onClose={back} />
    case 'badge':
      return <Badge person={person} onClose={back} />
    case 'leave':
      return <Leave person={person} onLeft={onClose} onClose={back} />
  }
}

function Described({ person, onPart, onClose }: { readonly person: api.MemberView; readonly onPart: (part: Part) => void; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState<PersonWritten>({ name: person.name, role: person.role })
  const { give, busy, fault } = useTeamCommand<PersonWritten>(
    (command, written) => peopleApi.Change(command, person.id, { ...written, newPin: '' }, ''),
    ({ name }) => t('people.team.changed', { name }),
  )
  const icon = { size: 22, stroke: 1.6, 'aria-hidden': true } as const
  return (
    <Dialog
      title={person.name}
      size={720}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => void give(form).then((done) => { if (done) onClose() })}>{t('people.team.change_go')}</Button>
        </>
      }
    >
      <Form fault={fault} fields={['name', 'role']}><PersonFields form={form} onChange={setForm} fault={fault} /></Form>
      <div className={classes.parts}>
        <Button look="quiet" icon={<IconKey {...icon} />} onPress={() => onPart('pin')}>{t('people.team.pin_change')}</Button>
        <Button look="quiet" icon={<IconId {...icon} />} onPress={() => onPart('badge')}>{t('people.team.badge')}</Button>
        <Button look="quiet" icon={<IconDoorExit {...icon} />} onPress={() => onPart('leave')}>{t('people.team.leave')}</Button>
      </div>
    </Dialog>
  )
}

function NewPin({ person: { id, name }, onClose }: { readonly person: api.MemberView; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [pin, setPin] = useState('')
  const { give, busy, fault } = useTeamCommand<string>((command, written) => peopleApi.ChangePIN(command, id, written, ''), () => t('people.team.changed', { name }))
  return (
    <Dialog
      title={t('people.team.pin_title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => void give(pin).then((done) => { if (done) onClose() })}>{t('people.team.pin_go')}</Button>
        </>
      }
    >
      <Form fault={fault} fields={['newPin']}>
        <Wide><Field label={t('people.team.new_pin')} note={t('people.team.new_pin_note')} value={pin} onChange={setPin} field="newPin" fault={fault} type="password" autoFocus /></Wide>
      </Form>
    </Dialog>
  )
}

function Badge({ person: { id, name, hasBadge }, onClose }: { readonly person: api.MemberView; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [made, setMade] = useState(0)
  const { give, busy, fault, dismiss } = useTeamCommand<null>((command) => peopleApi.NewBadge(command, id, ''), () => t('people.team.badge_done', { name }))
  if (!hasBadge) {
    return (
      <Confirm title={t('people.team.badge_of', { name })} action={t('people.team.badge_new')} busy={busy} onConfirm={() => void give(null)} onCancel={onClose}>
        <p>{t('people.team.badge_lead')}</p>
        {fault && <ErrorNotice error={fault} />}
      </Confirm>
    )
  }
  return (
    <PrintDialog
      title={t('people.team.badge_of', { name })}
      address={`/media/badges/${id}?made=${made}`}
      onClose={onClose}
      actions={<Button look="quiet" busy={busy} onPress={() => void give(null).then((done) => { if (done) setMade(made + 1) })}>{t('people.team.badge_new')}</Button>}
    >
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <p className={classes.quiet}>{t('people.team.badge_lead')} {t('people.team.badge_new_why')}</p>
    </PrintDialog>
  )
}

function Leave({ person: { id, name }, onLeft, onClose }: { readonly person: api.MemberView; readonly onLeft: () => void; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const { give, busy, fault } = useTeamCommand<null>((command) => peopleApi.Leaves(command, id, ''), () => t('people.team.left', { name }))
  return (
    <Confirm title={t('people.team.leave_title', { name })} action={t('people.team.leave_go')} danger busy={busy} onConfirm={() => void give(null).then((done) => { if (done) onLeft() })} onCancel={onClose}>
      <p>{t('people.team.leave_why')}</p>
      {fault && <ErrorNotice error={fault} />}
    </Confirm>
  )
}
