import { afterEach, describe, expect, it, vi } from 'vitest'
import { civil, jump, setAhead, stationNow, watchClock } from './clock'

afterEach(() => {
  setAhead(0)
  vi.useRealTimers()
})

describe('the station’s clock', () => {
  it('is the page’s until a training sets its own', () => {
    vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') })
    expect(stationNow().toISOString()).toBe('2026-11-23T09:00:00.000Z')
    setAhead(-365 * 86_400_000)
    expect(stationNow().toISOString()).toBe('2025-11-23T09:00:00.000Z')
  })

  it('tells who watches it when it is set, and not for what an answer takes to arrive', () => {
    const told = vi.fn()
    const stop = watchClock(told)
    setAhead(300)
    expect(told).not.toHaveBeenCalled()
    setAhead(86_400_000)
    setAhead(86_400_700)
    expect(told).toHaveBeenCalledTimes(1)
    stop()
    setAhead(0)
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('a moment on the clock of a place', () => {
  it.each([
    ['2026-11-23T23:30:00Z', 'Europe/Paris', '2026-11-24', '00:30'],
    ['2026-07-01T08:05:00Z', 'Europe/Paris', '2026-07-01', '10:05'],
    ['2026-01-01T00:00:00Z', 'America/Martinique', '2025-12-31', '20:00'],
  ])('%s in %s is %s %s', (at, zone, day, time) => {
    expect(civil(new Date(at), zone)).toEqual({ day, time })
  })
})

describe('a wall clock that is set while people work', () => {
  it.each([
    ['runs', 15_000, 15_000, 0],
    ['drifts a little', 15_400, 15_000, 0],
    ['is set back by a year', -31_536_000_000, 15_000, -31_536_015_000],
    ['is set ahead by an hour', 3_615_000, 15_000, 3_600_000],
  ])('%s', (_name, wall, running, by) => {
    expect(jump({ wall: 0, running: 0 }, { wall, running })).toBe(by)
  })
})
