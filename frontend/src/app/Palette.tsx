import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { useCases } from '../api/reads'
import { listed } from '../keys/shortcuts'
import { useText } from '../text/useText'
import { CommandPalette, type PaletteAction } from '../ui/CommandPalette'
import { found } from '../views/search/filter'
import { go, type Route } from './route'

/** Everything that can be done here, everywhere to go, and the cases that hold what was typed. */
export function Palette(): ReactNode {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 120)
  const [here, setHere] = useState<readonly PaletteAction[]>([])
  const cases = useCases(found(asked, 8), asked.length >= 2)
  const to = (id: string, label: string, route: Route): PaletteAction => ({ id, label, act: () => go(route) })
  const everywhere = [
    to('home', t('screen.nav.home'), { screen: 'home' }),
    to('worklist', t('screen.nav.worklist'), { screen: 'worklist', filter: '' }),
    to('cases', t('screen.nav.cases'), { screen: 'search', search: '' }),
    to('sending', t('screen.nav.sync'), { screen: 'sending' }),
    to('settings', t('screen.nav.settings'), { screen: 'settings', section: '' }),
    to('approvals', t('people.approvals.title'), { screen: 'approvals' }),
    to('shift', t('people.shift.title'), { screen: 'shift' }),
    to('team', t('people.team.title'), { screen: 'settings', section: 'team' }),
    to('request', t('home.request.title'), { screen: 'request', code: '' }),
    to('scanner', t('settings.scanner.title'), { screen: 'settings', section: 'scanner' }),
    to('appearance', t('settings.appearance.title'), { screen: 'settings', section: 'appearance' }),
  ]
  const matching = asked.length < 2 ? [] : (cases.data?.rows ?? []).map(({ id, number, title, customer }) => (
    { ...to(`case ${id}`, number, { screen: 'case', id, step: null }), note: [title, customer].filter(Boolean).join(' · '), found: true }
  ))
  return (
    <CommandPalette
      actions={[...here, ...everywhere, ...matching]}
      onTyped={setTyped}
      onOpen={() => setHere(listed().map(({ combo, label, act }) => ({ id: `key ${combo}`, label, shortcut: combo, act })))}
    />
  )
}
