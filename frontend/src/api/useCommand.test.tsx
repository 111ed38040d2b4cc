import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Fault } from './fault'
import { PinContext, type AskPin } from './pin'
import { newQueries } from './queries'
import { useCommand } from './useCommand'

function give(answers: readonly (Fault | string)[], askPin: AskPin = () => Promise.resolve(false)) {
  const ids: string[] = []
  const run = (id: string): Promise<string> => {
    const answer = answers[ids.push(id) - 1] ?? 'done'
    return answer instanceof Fault ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const queries = newQueries()
  const { result } = renderHook(() => useCommand<string, string>(run), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}><PinContext value={askPin}>{children}</PinContext></QueryClientProvider>,
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

const pinNeeded = new Fault('unauthorized', 'errors_station.pin.needed', {}, 'pin')
const leadOnly = new Fault('unauthorized', 'errors_people.lead_only', {}, 'pin')

test('a command that wants a PIN is given again, as the same one, once a PIN was given for it', async () => {
  const asked: string[] = []
  const { ids, command } = give([pinNeeded, 'done'], (id, { key }) => Promise.resolve(asked.push(`${id} ${key}`) > 0))
  expect(await act(() => command.current.give('refund'))).toBe('done')
  expect(ids).toEqual([ids[0], ids[0]])
  expect(asked).toEqual([`${ids[0]} errors_station.pin.needed`])
})

test('whoever gives no PIN sees why the command was refused', async () => {
  const { ids, command } = give([pinNeeded])
  expect(await act(() => command.current.give('refund'))).toBeNull()
  await waitFor(() => expect(command.current.fault?.key).toBe('errors_station.pin.needed'))
  expect(ids.length).toBe(1)
})

test('a PIN whose owner lacks the right is followed by the question for another', async () => {
  let asked = 0
  const { command } = give([pinNeeded, leadOnly, 'done'], () => Promise.resolve(++asked > 0))
  expect(await act(() => command.current.give('approve'))).toBe('done')
  expect(asked).toBe(2)
})

test('a station that asks again for the PIN it was just given is not asked a third time', async () => {
  let asked = 0
  const { command } = give([pinNeeded, pinNeeded, pinNeeded], () => Promise.resolve(++asked > 0))
  expect(await act(() => command.current.give('approve'))).toBeNull()
  expect(asked).toBe(1)
})
