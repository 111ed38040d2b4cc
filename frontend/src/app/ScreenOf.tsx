import type { ReactNode } from 'react'
import { ApprovalsScreen } from '../views/approvals/ApprovalsScreen'
import { HomeScreen } from '../views/home/HomeScreen'
import { RequestScreen } from '../views/home/RequestScreen'
import { SearchScreen } from '../views/search/SearchScreen'
import { SendingScreen } from '../views/sending/SendingScreen'
import { SettingsScreen } from '../views/settings/SettingsScreen'
import { ShiftScreen } from '../views/shift/ShiftScreen'
import { ScannedScreen } from '../views/unknown/ScannedScreen'
import { WorklistScreen } from '../views/worklist/WorklistScreen'
import { CaseDoor } from './CaseDoor'
import type { Route } from './route'

/** The screen of an address. */
export function ScreenOf({ route, onByHand }: { readonly route: Route; readonly onByHand: () => void }): ReactNode {
  switch (route.screen) {
    case 'home':
    case 'assistant': // There is nothing left to set up.
      return <HomeScreen onByHand={onByHand} />
    case 'worklist':
      return <WorklistScreen filter={route.filter} />
    case 'search':
      return <SearchScreen search={route.search} />
    case 'scanned':
      return <ScannedScreen key={route.code} code={route.code} onByHand={onByHand} />
    case 'request':
      return <RequestScreen key={route.code} code={route.code} />
    case 'case':
      return <CaseDoor key={route.id} id={route.id} />
    case 'sending':
      return <SendingScreen />
    case 'approvals':
      return <ApprovalsScreen />
    case 'shift':
      return <ShiftScreen />
    case 'settings':
      return <SettingsScreen section={route.section} />
  }
}
