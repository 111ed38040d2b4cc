import { spotlight } from '@mantine/spotlight'
import { IconChecklist, IconFolder, IconHome, IconArrowsUpDown, IconSettings } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { ByHand } from '../scan/ByHand'
import { useScans } from '../scan/ScanProvider'
import { useText } from '../text/useText'
import { AppFrame, type NavItem } from '../ui/AppFrame'
import { CommandPalette, type PaletteAction } from '../ui/CommandPalette'
import { ScanInvitation } from '../views/home/ScanInvitation'
import { go, href, useRoute } from './route'
import { ScreenBoundary } from './ScreenBoundary'

/** The frame with its doors, and the screen that the address names. */
export function App(): ReactNode {
  const { t } = useText()
  const route = useRoute()
  const [byHand, setByHand] = useState(false)
  const { enter } = useScans('home', (code) => go({ screen: 'cases', search: code.text }))
  const nav = useMemo<NavItem[]>(
    () => [
      { id: 'home', label: t('screen.nav.home'), href: href({ screen: 'home' }), icon: IconHome },
      { id: 'worklist', label: t('screen.nav.worklist'), href: href({ screen: 'worklist', filter: '' }), icon: IconChecklist },
      { id: 'cases', label: t('screen.nav.cases'), href: href({ screen: 'cases', search: '' }), icon: IconFolder },
      { id: 'sync', label: t('screen.nav.sync'), href: href({ screen: 'sync' }), icon: IconArrowsUpDown },
      { id: 'settings', label: t('screen.nav.settings'), href: href({ screen: 'settings' }), icon: IconSettings, last: true },
    ],
    [t],
  )
  const actions = useMemo<PaletteAction[]>(
    () => [
      ...nav.map(({ id, label, href: address }) => ({ id, label, act: () => { window.location.hash = address } })),
      { id: 'by-hand', label: t('scan.by_hand.title'), shortcut: 'F2', act: () => setByHand(true) },
    ],
    [nav, t],
  )
  return (
    <AppFrame nav={nav} current={route.screen} title={t('screen.nav.home')} status={null}>
      <ScreenBoundary>
        <ScanInvitation onByHand={() => setByHand(true)} onAllActions={() => spotlight.open()} />
      </ScreenBoundary>
      {byHand && <ByHand onCode={enter} onClose={() => setByHand(false)} />}
      <CommandPalette actions={actions} />
    </AppFrame>
  )
}
