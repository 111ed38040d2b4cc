import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { go, href } from '../../app/route'
import type { api } from '../../api/api'
import { usePeople } from '../../api/reads'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { below } from '../../ui/Field'
import classes from './Privacy.module.css'

/** Where what is held on somebody is shown. */
const heldOn = (id: string) => ({ screen: 'settings', section: 'privacy', person: id }) as const

/** Finds a customer by their name or e-mail address; Enter opens the first. */
export function FindPerson(): ReactNode {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = usePeople(asked)
  const people = asked === '' ? [] : (found.data ?? [])
  const first = typed.trim() === asked ? people[0] : undefined
  return (
    <Card title={t('privacy.title')}>
      <p className={classes.lead}>{t('privacy.lead')}</p>
      <TextInput
        label={t('privacy.find.label')}
        description={t('privacy.find.note')}
        inputWrapperOrder={below}
        leftSection={<IconSearch size={22} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && first) go(heldOn(first.case)) }}
        autoComplete="off"
        spellCheck={false}
      />
      {asked !== '' && (
        <div role="status">
          {found.data?.length === 0 && <p className={classes.none}>{t('privacy.find.nobody')}</p>}
          {people.length > 0 && <ul className={classes.people}>{people.map((person) => <Found key={person.case} person={person} />)}</ul>}
        </div>
      )}
    </Card>
  )
}

function Found({ person }: { readonly person: api.PersonRow }): ReactNode {
  const { t } = useText()
  const { name, email, city, cases } = person
  return (
    <li>
      <a href={href(heldOn(person.case))}>
        <strong>{name || t('privacy.find.unnamed')}</strong>
        <span>{[email, city].filter(Boolean).join(' · ')}</span>
        <span className={classes.count}>{t('privacy.find.cases', { count: cases })}</span>
      </a>
    </li>
  )
}
