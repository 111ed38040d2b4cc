import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { allOpen } from '../views/search/filter'
import type { api } from './api'
import { useCasePages } from './pages'
import { newQueries } from './queries'

const total = 10_000
const asked: number[] = []

function station(filter: api.ListFilter): Promise<api.Page> {
  asked.push(filter.offset)
  const rows = Array.from({ length: filter.limit }, (_, i) => ({ id: String(filter.offset + i) }) as api.Row)
  return Promise.resolve({ rows, total })
}

afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})

test('of ten thousand cases only the pages in sight are read, and a jump to the end reads one', async () => {
  vi.stubGlobal('go', { api: { Cases: { List: station } } })
  const queries = newQueries()
  const { result } = renderHook(() => useCasePages(allOpen), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  })
  await waitFor(() => expect(result.current.total).toBe(total))
  expect(result.current.rowAt(7)?.id).toBe('7')
  expect(result.current.rowAt(9_990)).toBeUndefined()
  act(() => result.current.look(9_985, 9_999))
  expect(result.current.total).toBe(total)
  await waitFor(() => expect(result.current.rowAt(9_990)?.id).toBe('9990'))
  act(() => result.current.look(195, 205))
  await waitFor(() => expect([result.current.rowAt(195)?.id, result.current.rowAt(205)?.id]).toEqual(['195', '205']))
  expect(asked).toEqual([0, 9_900, 100, 200])
})
