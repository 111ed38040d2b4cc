import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { useDraft } from './useDraft'

const blank = { name: '', paid: '' }

beforeEach(() => window.sessionStorage.clear())

test('what was typed is still there after the page was reloaded', () => {
  const before = renderHook(() => useDraft('request', blank))
  act(() => before.result.current.set({ name: 'Zoë' }))
  before.unmount()
  expect(renderHook(() => useDraft('request', blank)).result.current.draft).toEqual({ name: 'Zoë', paid: '' })
})

test('what was sent is not offered again, and another form has its own text', () => {
  const before = renderHook(() => useDraft('request', blank))
  act(() => before.result.current.set({ name: 'Zoë' }))
  expect(renderHook(() => useDraft('request.417', blank)).result.current.draft).toEqual(blank)
  act(() => before.result.current.forget())
  before.unmount()
  expect(renderHook(() => useDraft('request', blank)).result.current.draft).toEqual(blank)
})
