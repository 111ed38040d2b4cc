import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useIdle } from './useIdle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a screen that nobody touches is left after its minutes, once', () => {
  const left = vi.fn()
  renderHook(() => useIdle(15, left))
  vi.advanceTimersByTime(15 * 60_000 - 1)
  expect(left).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60 * 60_000)
  expect(left).toHaveBeenCalledOnce()
})

test('every key and touch begins the minutes anew', () => {
  const left = vi.fn()
  renderHook(() => useIdle(15, left))
  for (const sign of ['keydown', 'pointerdown', 'wheel']) {
    vi.advanceTimersByTime(14 * 60_000)
    window.dispatchEvent(new Event(sign))
  }
  vi.advanceTimersByTime(14 * 60_000)
  expect(left).not.toHaveBeenCalled()
})

test('a screen without minutes is never left', () => {
  const left = vi.fn()
  renderHook(() => useIdle(0, left))
  vi.advanceTimersByTime(24 * 60 * 60_000)
  expect(left).not.toHaveBeenCalled()
})
