import { Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useCasePages } from '../../api/pages'
import { useCases } from '../../api/reads'
import { press } from '../../keys/shortcuts'
import { useText } from '../../text/useText'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { CaseTable } from '../worklist/CaseTable'
import { isEnded } from '../worklist/stages'
import { allOpen, found } from './filter'
import classes from './SearchScreen.module.css'

/** Every case, and those that hold what is typed. */
export function SearchScreen({ search }: { readonly search: string }): ReactNode {
  const { t } = useText()
  useFind('cases')
  const [typed, setTyped] = useState(search)
  const [ended, setEnded] = useState(search !== '')
  // Enter and the arrows act on what is typed now; the pause only spares readings in between.
  const [settled] = useDebouncedValue(typed.trim(), 100)
  return (
    <Frame title={t('screen.nav.cases')}>
      <div className={classes.screen}>
        <div className={classes.bar}>
          <TextInput
            className={classes.field}
            aria-label={t('work.search.label')}
            placeholder={t('work.search.label')}
            leftSection={<IconSearch size={22} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') press('ArrowDown')
              if (event.key === 'Enter' && typed.trim() === settled) press('Enter')
              else if (event.key === 'Enter') go({ screen: 'search', search: typed.trim() }, true)
            }}
            autoFocus
            autoComplete="off"
            spellCheck={false}
          />
          <Switch label={t('work.search.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
        </div>
        {settled === '' ? <Listed key={String(ended)} ended={ended} /> : <Found text={settled} ended={ended} />}
      </div>
    </Frame>
  )
}

function Listed({ ended }: { readonly ended: boolean }): ReactNode {
  const { t } = useText()
  const { first, total, rowAt, look } = useCasePages({ ...allOpen, ended })
  if (first.data?.total === 0) return <Empty title={t(ended ? 'work.search.no_ended' : 'work.empty.title')} />
  if (total > 0) return <CaseTable label={t('screen.nav.cases')} count={total} rowAt={rowAt} onSight={look} withDue={!ended} />
  return <Loading query={first}>{() => null}</Loading>
}

function Found({ text, ended }: { readonly text: string; readonly ended: boolean }): ReactNode {
  const { t } = useText()
  const query = useCases(found(text, 50))
  return (
    <Loading query={query}>
      {({ rows }) => {
        const shown = ended ? rows : rows.filter(({ stage }) => !isEnded(stage))
        const hidden = rows.length - shown.length
        if (shown.length === 0) {
          return (
            <Empty icon={<IconZoomQuestion size={40} aria-hidden />} title={t('work.search.nothing', { text })}>
              {hidden > 0 ? t('work.search.hidden', { count: hidden }) : t('work.search.advice')}
            </Empty>
          )
        }
        return <CaseTable key={`${text} ${ended}`} label={t('work.search.results')} count={shown.length} rowAt={(index) => shown[index]} />
      }}
    </Loading>
  )
}
