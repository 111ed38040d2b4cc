import type { api } from '../../api/api'

const roles = ['sold', 'found', 'replacement'] as const
export type Role = (typeof roles)[number]

/** What a device is in a case: one that was sold and came back is both. */
export function rolesOf(of: Pick<api.DeviceCaseView, Role>): Role[] {
  return roles.filter((role) => of[role])
}
