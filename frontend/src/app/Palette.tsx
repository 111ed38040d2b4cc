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
    to('closing', t('closing.title'), { screen: 'closing' }),
    to('payouts', t('closing.payouts.title'), { screen: 'payouts', id: '' }),
    to('sold', t('device.import.title'), { screen: 'sold' }),
    to('request', t('home.request.title'), { screen: 'request', code: '' }),
    to('burst', t('stock.burst.title'), { screen: 'burst' }),
    to('putaway', t('stock.round.title'), { screen: 'putaway' }),
    to('stock', t('stock.title'), { screen: 'stock', part: '' }),
    to('stock-scan', t('stock.scan.title'), { screen: 'stock', part: 'scan' }),
    to('stock-import', t('stock.import.title'), { screen: 'stock', part: 'import' }),
    to('bins', t('stock.bins.title'), { screen: 'settings', section: 'bins' }),
    to('scanner', t('settings.scanner.title'), { screen: 'settings', section: 'scanner' }),
    to('privacy', t('settings.privacy.title'), { screen: 'settings', section: 'privacy' }),
    to('appearance', t('settings.appearance.title'), { screen: 'settings', section: 'appearance' }),
  ]
  const matching = asked.length < 2 ? [] : (cases.data?.rows ?? []).map(({ id, number, title, customer, erased }) => (
    { ...to(`case ${id}`, number, { screen: 'case', id, step: null }), note: [title, erased ? t('privacy.erased') : customer].filter(Boolean).join(' · '), found: true }
  ))
  return (
    <CommandPalette
      actions={[...here, ...everywhere, ...matching]}
      onTyped={setTyped}
      onOpen={() => setHere(listed().map(({ combo, label, act }) => ({ id: `key ${combo}`, label, shortcut: combo, act })))}
    />
  )
}
