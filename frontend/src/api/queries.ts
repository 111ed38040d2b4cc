import { QueryClient } from '@tanstack/react-query'

/**
 * Every read goes to the station on this machine, so the browser's idea of being
 * online must never pause one, and an answer is fresh until the station says otherwise.
 */
export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
