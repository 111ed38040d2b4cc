import type { api } from '../../wailsjs/go/models'

/** Under which key each answer of the station is held, so that an event can name what to read again. */
export const keys = {
  bootstrap: ['bootstrap'],
  status: ['status'],
  home: ['home'],
  lists: ['cases'],
  list: (filter: api.ListFilter) => ['cases', filter],
  anyCase: ['case'],
  case: (id: string) => ['case', id],
  history: (id: string) => ['case', id, 'history'],
  scan: (code: string) => ['scan', code],
  sending: ['sending'],
  settings: ['settings'],
  team: ['team'],
  approvals: ['approvals'],
  shift: ['shift'],
} as const
