import { IconId } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { useShortcut } from '../../keys/useShortcut'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FaultText } from '../../ui/FaultText'
import { KeyCap } from '../../ui/KeyCap'
import { useSignIn } from './useSignIn'
import classes from './WhoDialog.module.css'

/** Asks who is there: a badge, a digit or a press says so. Without a way back it waits for an answer. */
export function WhoDialog({ people, present, onClose }: {
  readonly people: readonly api.OperatorView[]
  /** Who works here now; '' when nobody has said so. */
  readonly present: string
  readonly onClose?: () => void
}): ReactNode {
  const { t } = useText()
  const { byName } = useSignIn()
  const [fault, setFault] = useState<Fault | null>(null)
  const choose = (id: string): void => void byName(id).then((refused) => {
    setFault(refused)
    if (refused === null) onClose?.()
  })
  return (
    <Dialog
      title={t('people.who.title')}
      onClose={onClose ?? (() => undefined)}
      actions={onClose && <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>}
    >
      <p className={classes.lead}><IconId size={24} stroke={1.6} aria-hidden />{t('people.who.lead')}</p>
      <ul className={classes.people}>
        {people.map((person, i) => <li key={person.id}><PersonChoice person={person} digit={i + 1} here={person.id === present} onChoose={choose} /></li>)}
      </ul>
      {onClose === undefined && <p className={classes.note}>{t('people.who.locked')}</p>}
      {fault && <p role="alert" className={classes.fault}><FaultText fault={fault} /></p>}
    </Dialog>
  )
}

function PersonChoice({ person, digit, here, onChoose }: {
  readonly person: api.OperatorView
  readonly digit: number
  readonly here: boolean
  readonly onChoose: (id: string) => void
}): ReactNode {
  const { sentence } = useText()
  const combo = digit <= 9 ? String(digit) : undefined
  useShortcut(combo, () => onChoose(person.id))
  return (
    <button type="button" className={classes.person} aria-current={here || undefined} onClick={() => onChoose(person.id)}>
      <span className={classes.name}>{person.name}</span>
      <span className={classes.role}>{sentence(`people.role.${person.role}`)}</span>
      {combo !== undefined && <KeyCap combo={combo} />}
    </button>
  )
}
