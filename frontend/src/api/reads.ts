// One hook per thing that the station knows. Each is read once and again when the
// station says that it changed; none polls.

import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { approvalsApi, booksApi, casesApi, devicesApi, peopleApi, privacyApi, rulesApi, sendingApi, settingsApi, shiftApi, stationApi, type api } from './api'
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

/** How many cases are in each list of the worklist. */
export function useLists(): UseQueryResult<api.ListCount[]> {
  return useQuery({ queryKey: keys.counts, queryFn: casesApi.Lists })
}

/** The rules in force with every version; or as one version says them. */
export function useRules(version = ''): UseQueryResult<api.RulesView> {
  return useQuery({ queryKey: [...keys.rules, version], queryFn: () => (version === '' ? rulesApi.View() : rulesApi.Version(version)), placeholderData: keepPreviousData })
}

/** What the day comes to so far, and the closings before it. */
export function useBooks(): UseQueryResult<api.DayView> {
  return useQuery({ queryKey: keys.books, queryFn: booksApi.Today })
}

/** Everything that is known of a device. */
export function useDevice(code: string): UseQueryResult<api.DevicePage> {
  return useQuery({ queryKey: keys.device(code), queryFn: () => devicesApi.Page(code) })
}

/** What the records say of the device of a case. */
export function useCaseDevice(id: string): UseQueryResult<api.CaseDeviceView> {
  return useQuery({ queryKey: keys.caseDevice(id), queryFn: () => devicesApi.OfCase(id) })
}

/** The files of sold units that were taken in. */
export function useSoldFiles(): UseQueryResult<api.SoldFilesView> {
  return useQuery({ queryKey: keys.soldFiles, queryFn: devicesApi.SoldFiles })
}

/** The customers whose name or e-mail address holds what was typed. */
export function usePeople(typed: string): UseQueryResult<api.PersonRow[]> {
  return useQuery({ queryKey: keys.people(typed), queryFn: () => privacyApi.Find(typed), placeholderData: keepPreviousData, enabled: typed !== '' })
}

/** What is held on the customer of a case. */
export function useHeld(id: string): UseQueryResult<api.PersonView> {
  return useQuery({ queryKey: keys.held(id), queryFn: () => privacyApi.Held(id) })
}

/** How long people are kept, and what was erased. */
export function useRetention(): UseQueryResult<api.RetentionView> {
  return useQuery({ queryKey: keys.retention, queryFn: privacyApi.Retention })
}

/** The marketplace's statements that were taken in. */
export function usePayouts(): UseQueryResult<api.PayoutsView> {
  return useQuery({ queryKey: keys.payouts, queryFn: booksApi.Payouts })
}

/** A statement beside the refunds as they are now. */
export function usePayout(id: string): UseQueryResult<api.PayoutView> {
  return useQuery({ queryKey: keys.payout(id), queryFn: () => booksApi.Payout(id) })
}
