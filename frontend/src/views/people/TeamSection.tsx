import { IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useTeam } from '../../api/reads'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loading } from '../../ui/Loading'
import { AddPerson } from './AddPerson'
import { PersonDialog } from './PersonDialog'
import { TeamLog } from './TeamLog'
import classes from './Team.module.css'

/** Who works here: whoever comes, changes and leaves. */
export function TeamSection(): ReactNode {
  return <Loading query={useTeam()}>{(team) => <Team team={team} />}</Loading>
}

function Team({ team }: { readonly team: api.TeamView }): ReactNode {
  const { t } = useText()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState('')
  const person = team.people.find(({ id }) => id === changing)
  return (
    <>
      <Card title={t('people.team.title')}>
        <p className={classes.lead}>{t('people.team.lead')}</p>
        {team.propose && (
          <p className={classes.propose}>
            {t('people.team.propose')} <a href={href({ screen: 'settings', section: 'rights' })}>{t('people.team.propose_go')}</a>
          </p>
        )}
        <ul className={classes.people} aria-label={t('people.team.list')}>
          {team.people.map((one) => <Member key={one.id} person={one} onChange={() => setChanging(one.id)} />)}
        </ul>
        <div className={classes.save}>
          <Button look="go" shortcut="F9" icon={<IconUserPlus size={22} stroke={1.6} aria-hidden />} onPress={() => setAdding(true)}>{t('people.team.add')}</Button>
        </div>
      </Card>
      <TeamLog entries={team.log} />
      {adding && <AddPerson onClose={() => setAdding(false)} />}
      {person && <PersonDialog key={person.id} person={person} onClose={() => setChanging('')} />}
    </>
  )
}

function Member({ person, onChange }: { readonly person: api.MemberView; readonly onChange: () => void }): ReactNode {
  const { t, sentence, format } = useText()
  const { name, role, hasPin, hasBadge, since } = person
  return (
    <li className={classes.person}>
      <span className={classes.name}>{name}<small>{t('people.team.since', { day: format.day(since) })}</small></span>
      <span>{sentence(`people.role.${role}`)}</span>
      <span className={classes.quiet}>{[t(hasPin ? 'people.team.has_pin' : 'people.team.no_pin'), t(hasBadge ? 'people.team.has_badge' : 'people.team.no_badge')].join(' · ')}</span>
      <Button onPress={onChange} label={t('people.team.change_of', { name })}>{t('people.team.change')}</Button>
    </li>
  )
}
