// The one place that talks to Go: each method of the bound services, with every
// way it can fail turned into a Fault. A command takes its id first.

import * as Approvals from '../../wailsjs/go/api/Approvals'
import * as Books from '../../wailsjs/go/api/Books'
import * as Cases from '../../wailsjs/go/api/Cases'
import * as Devices from '../../wailsjs/go/api/Devices'
import * as People from '../../wailsjs/go/api/People'
import * as Privacy from '../../wailsjs/go/api/Privacy'
import * as Rules from '../../wailsjs/go/api/Rules'
import * as Sending from '../../wailsjs/go/api/Sending'
import * as Settings from '../../wailsjs/go/api/Settings'
import * as Setup from '../../wailsjs/go/api/Setup'
import * as Shift from '../../wailsjs/go/api/Shift'
import * as Station from '../../wailsjs/go/api/Station'
import * as Stock from '../../wailsjs/go/api/Stock'
import { call } from './call'

type Service = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** A service whose methods reject with a Fault and nothing else, and never stay without an answer. */
function guarded<S extends object>(service: S): S {
  const methods = Object.entries(service as unknown as Service).map(([name, method]) => [
    name,
    (...args: never[]) => call(() => method(...args)),
  ])
  return Object.fromEntries(methods) as S
}

export const stationApi = guarded(Station)
export const casesApi = guarded(Cases)
export const sendingApi = guarded(Sending)
export const settingsApi = guarded(Settings)
export const setupApi = guarded(Setup)
export const peopleApi = guarded(People)
export const approvalsApi = guarded(Approvals)
export const privacyApi = guarded(Privacy)
export const rulesApi = guarded(Rules)
export const shiftApi = guarded(Shift)
export const stockApi = guarded(Stock)
export const booksApi = guarded(Books)
export const devicesApi = guarded(Devices)

export type { api } from '../../wailsjs/go/models'
