import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shoot, show, strike } from '../test-harness'
import { TriStateList, type Question } from './TriState'

const given = vi.fn<(id: string, answer: string) => void>()

function Checks() {
  const [active, setActive] = useState('écran')
  const questions: Question[] = ['écran', 'micro', 'batterie'].map((id) => ({ id, label: id, answer: null }))
  return <TriStateList questions={questions} active={active} onActive={setActive} onAnswer={given} />
}

const active = (): string | null | undefined => screen.getAllByRole('listitem').find((row) => row.getAttribute('aria-current') === 'true')?.textContent

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  given.mockReset()
})
afterEach(() => vi.useRealTimers())

test('1, 2 and 3 answer the active question; OK moves on, KO stays for its photo', () => {
  show(<Checks />)
  strike('1', 'Digit1', 1000)
  strike('2', 'Digit2', 1300)
  strike('Shift', 'ShiftLeft', 1600) // Any key that comes later tells that the digit stood alone.
  expect(given.mock.calls).toEqual([['écran', 'ok'], ['micro', 'ko']])
  expect(active()).toContain('micro')
  strike('Enter', 'Enter', 2000)
  expect(active()).toContain('batterie')
})

test('on AZERTY the answer is read from the place of the key', () => {
  show(<Checks />)
  strike('"', 'Digit3', 1000)
  strike('Shift', 'ShiftLeft', 1400)
  expect(given.mock.calls).toEqual([['écran', 'na']])
})

test('the digits of a scan answer nothing', () => {
  show(<Checks />)
  shoot('12312312', 1000)
  strike('Shift', 'ShiftLeft', 3000)
  expect(given).not.toHaveBeenCalled()
})

test('the arrows walk through the questions and stop at the ends', () => {
  show(<Checks />)
  strike('ArrowUp', 'ArrowUp', 1000)
  expect(active()).toContain('écran')
  for (const t of [1100, 1300, 1500]) strike('ArrowDown', 'ArrowDown', t)
  expect(active()).toContain('batterie')
})
