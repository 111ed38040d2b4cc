import { spotlight } from '@mantine/spotlight'
import { useEffect, useState, type ReactNode } from 'react'
import { useBootstrap } from '../api/reads'
import { useShortcut } from '../keys/useShortcut'
import { ByHand } from '../scan/ByHand'
import { useEnterCode } from '../scan/ScanProvider'
import { useText } from '../text/useText'
import { Loading } from '../ui/Loading'
import { AssistantScreen } from '../views/assistant/AssistantScreen'
import { Help } from './Help'
import { OperatorDesk } from './OperatorDesk'
import { Palette } from './Palette'
import { go, useRoute } from './route'
import { ScreenBoundary } from './ScreenBoundary'
import { ScreenOf } from './ScreenOf'
import { useConnected, useStationSettings } from './useStart'
import { useStationClock } from './useStationClock'

/** The station, or the assistant that sets it up, as soon as the station has said which. */
export function App(): ReactNode {
  const bootstrap = useBootstrap()
  useStationSettings(bootstrap.data)
  useStationClock(bootstrap)
  useConnected()
  return (
    <Loading query={bootstrap} whole>
      {({ ready, sample }) => <Started ready={ready} sample={sample} />}
    </Loading>
  )
}

/** The assistant keeps the screen until whoever set the station up begins. */
function Started({ ready, sample }: { readonly ready: boolean; readonly sample: boolean }): ReactNode {
  const [begun, setBegun] = useState(ready)
  return begun ? <Station /> : <AssistantScreen sample={sample} onBegin={() => setBegun(true)} />
}

/** The screen that the address names, and what can be called up from every screen. */
function Station(): ReactNode {
  const { t } = useText()
  const route = useRoute()
  const enter = useEnterCode()
  const [above, setAbove] = useState<'by-hand' | 'help' | null>(null)
  const close = (): void => setAbove(null)
  const byHand = (): void => setAbove('by-hand')
  useShortcut('F1', () => setAbove('help'), true, t('home.help.title'))
  useShortcut('F2', byHand, true, t('scan.by_hand.title'))
  useShortcut('F3', () => go({ screen: 'search', search: '' }), true, t('work.search.label'))
  useEffect(() => {
    // What stands above a screen goes with it: a scan leads elsewhere from under a dialog.
    const left = (): void => {
      setAbove(null)
      spotlight.close()
    }
    window.addEventListener('hashchange', left)
    return () => window.removeEventListener('hashchange', left)
  }, [])
  return (
    <>
      <ScreenBoundary key={route.screen}>
        <ScreenOf route={route} onByHand={byHand} />
      </ScreenBoundary>
      {above === 'by-hand' && <ByHand onCode={enter} onClose={close} />}
      {above === 'help' && <Help onClose={close} />}
      <Palette />
      <OperatorDesk />
    </>
  )
}
