import type { ReactNode } from 'react'
import { ApprovalsScreen } from '../views/approvals/ApprovalsScreen'
import { BinScreen } from '../views/bins/BinScreen'
import { BurstScreen } from '../views/burst/BurstScreen'
import { ClosingScreen } from '../views/closing/ClosingScreen'
import { DeviceScreen } from '../views/device/DeviceScreen'
import { HomeScreen } from '../views/home/HomeScreen'
import { RequestScreen } from '../views/home/RequestScreen'
import { PayoutScreen } from '../views/payouts/PayoutScreen'
import { PayoutsScreen } from '../views/payouts/PayoutsScreen'
import { PutAwayScreen } from '../views/putaway/PutAwayScreen'
import { SearchScreen } from '../views/search/SearchScreen'
import { SendingScreen } from '../views/sending/SendingScreen'
import { SettingsScreen } from '../views/settings/SettingsScreen'
import { ShiftScreen } from '../views/shift/ShiftScreen'
import { SoldScreen } from '../views/sold/SoldScreen'
import { StockScreen } from '../views/stock/StockScreen'
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
    case 'putaway':
      return <PutAwayScreen />
    case 'burst':
      return <BurstScreen />
    case 'stock':
      return <StockScreen key={route.part} part={route.part} />
    case 'bin':
      return <BinScreen key={route.code} code={route.code} />
    case 'closing':
      return <ClosingScreen />
    case 'payouts':
      return route.id === '' ? <PayoutsScreen /> : <PayoutScreen key={route.id} id={route.id} />
    case 'sold':
      return <SoldScreen />
    case 'device':
      return <DeviceScreen key={route.code} code={route.code} />
    case 'sending':
      return <SendingScreen />
    case 'approvals':
      return <ApprovalsScreen />
    case 'shift':
      return <ShiftScreen />
    case 'settings':
      return <SettingsScreen section={route.section} person={route.person ?? ''} />
  }
}
