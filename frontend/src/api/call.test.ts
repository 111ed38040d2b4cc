import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { call, newCommandId } from './call'
import { followStation } from './events'
import { toFault } from './fault'
import { newQueries } from './queries'

beforeEach(() => vi.stubGlobal('go', {}))
afterEach(() => vi.unstubAllGlobals())

describe('an error of Go is read', () => {
  const told = { code: 'invalid', key: 'errors.identity.luhn', args: { imei: '35', count: 2 }, field: 'imei', ref: 'a1' }
  test.each([
    ['from the message of an Error', new Error(JSON.stringify(told))],
    ['from a bare string', JSON.stringify(told)],
  ])('%s', (_name, thrown) => expect(toFault(thrown)).toMatchObject(told))

  test.each([
    ['a text that is not JSON', new Error('boom')],
    ['JSON of another shape', new Error('[1]')],
    ['a code that does not exist', new Error('{"code":"odd","key":"errors.internal"}')],
    ['nothing at all', undefined],
  ])('and %s is an internal fault that keeps its cause', (_name, thrown) => {
    expect(toFault(thrown)).toMatchObject({ code: 'internal', key: 'screen.error.unreadable', cause: thrown })
  })
})

describe('a call', () => {
  test('gives the answer', async () => {
    await expect(call(() => Promise.resolve(7))).resolves.toBe(7)
  })
  test('that never settles becomes unavailable', async () => {
    vi.useFakeTimers()
    const pending = call(() => new Promise<never>(() => undefined), 500)
    const failed = expect(pending).rejects.toMatchObject({ code: 'unavailable', key: 'screen.error.timeout' })
    await vi.advanceTimersByTimeAsync(500)
    await failed
    vi.useRealTimers()
  })
  test('without a station says so', async () => {
    vi.unstubAllGlobals()
    await expect(call(() => Promise.resolve(7))).rejects.toMatchObject({ key: 'screen.error.no_station' })
  })
  test('carries a command id of its own', () => expect(newCommandId()).not.toBe(newCommandId()))
})

test('an event reads again what it names, and resync reads all again', () => {
  const heard = new Map<string, (...data: unknown[]) => void>()
  vi.stubGlobal('runtime', {
    EventsOn: (name: string, listener: (...data: unknown[]) => void) => {
      heard.set(name, listener)
      return () => heard.delete(name)
    },
  })
  const queries = newQueries()
  for (const key of [['case', 'a'], ['case', 'b'], ['cases', {}], ['home'], ['sending'], ['settings']]) queries.setQueryData(key, 1)
  const stale = (): string[] =>
    queries.getQueryCache().getAll().filter((query) => query.state.isInvalidated).map((query) => query.queryKey.filter((part) => typeof part === 'string').join('/'))
  const stop = followStation(queries)
  heard.get('changed')?.({ cases: ['a'], sending: false, papers: false, settings: false })
  expect(stale()).toEqual(['case/a', 'cases', 'home'])
  heard.get('changed')?.({ cases: [], sending: true, papers: false, settings: false })
  expect(stale()).toEqual(['case/a', 'case/b', 'cases', 'home', 'sending'])
  heard.get('resync')?.()
  expect(stale()).toHaveLength(6)
  stop()
  expect(heard.size).toBe(0)
})
