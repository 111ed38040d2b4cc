import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Fault } from './fault'
import { newQueries } from './queries'
import { useCommand } from './useCommand'

function give(answers: readonly (Fault | string)[]) {
  const ids: string[] = []
  const run = (id: string): Promise<string> => {
    const answer = answers[ids.push(id) - 1] ?? 'done'
    return answer instanceof Fault ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const queries = newQueries()
  const { result } = renderHook(() => useCommand<string, string>(run), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  })
  return { ids, command: result }
}

test('a command without a clear answer keeps its id when it is given again', async () => {
  const { ids, command } = give([new Fault('unavailable', 'screen.error.timeout'), 'done'])
  await act(() => command.current.give('receive'))
  await waitFor(() => expect(command.current.fault?.key).toBe('screen.error.timeout'))
  expect(await act(() => command.current.give('receive'))).toBe('done')
  expect(ids[0]).toBe(ids[1])
})

test('another intention is another command', async () => {
  const { ids, command } = give([new Fault('unavailable', 'screen.error.timeout')])
  await act(() => command.current.give('receive'))
  await act(() => command.current.give('cancel'))
  expect(ids[0]).not.toBe(ids[1])
})

test('an answered command is over: the same words again are a new one', async () => {
  const { ids, command } = give(['done', new Fault('conflict', 'errors.internal')])
  await act(() => command.current.give('move'))
  await act(() => command.current.give('move'))
  await act(() => command.current.give('move'))
  expect(new Set(ids).size).toBe(3)
})
