// One hook per thing that the station knows. Each is read once and again when the
// station says that it changed; none polls.

import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { approvalsApi, casesApi, peopleApi, sendingApi, settingsApi, shiftApi, stationApi, type api } from './api'
import { keys } from './keys'

export function useBootstrap(): UseQueryResult<api.Bootstrap> {
  return useQuery({ queryKey: keys.bootstrap, queryFn: stationApi.Bootstrap })
}

export function useStatus(): UseQueryResult<api.Status> {
  return useQuery({ queryKey: keys.status, queryFn: stationApi.Status })
}

export function useHome(): UseQueryResult<api.Home> {
  return useQuery({ queryKey: keys.home, queryFn: stationApi.Home })
}

/** A page of cases; the one before stays in sight until the next is here. */
export function useCases(filter: api.ListFilter, enabled = true): UseQueryResult<api.Page> {
  return useQuery({ queryKey: keys.list(filter), queryFn: () => casesApi.List(filter), placeholderData: keepPreviousData, enabled })
}

export function useCase(id: string): UseQueryResult<api.CaseView> {
  return useQuery({ queryKey: keys.case(id), queryFn: () => casesApi.Get(id) })
}

export function useHistory(id: string): UseQueryResult<api.HistoryEntry[]> {
  return useQuery({ queryKey: keys.history(id), queryFn: () => casesApi.History(id) })
}

export function useSending(): UseQueryResult<api.SyncView> {
  return useQuery({ queryKey: keys.sending, queryFn: sendingApi.View })
}

export function useSettings(): UseQueryResult<api.SettingsView> {
  return useQuery({ queryKey: keys.settings, queryFn: settingsApi.View })
}

/** Who works here and who may do what. */
export function useTeam(): UseQueryResult<api.TeamView> {
  return useQuery({ queryKey: keys.team, queryFn: peopleApi.View })
}

/** The decisions that wait for a second person. */
export function useApprovals(): UseQueryResult<api.ApprovalsView> {
  return useQuery({ queryKey: keys.approvals, queryFn: approvalsApi.List })
}

/** What one shift leaves to the next. */
export function useShift(): UseQueryResult<api.ShiftView> {
  return useQuery({ queryKey: keys.shift, queryFn: shiftApi.View })
}
