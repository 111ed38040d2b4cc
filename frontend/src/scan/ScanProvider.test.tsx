import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { shoot, show, strike } from '../test-harness'
import { Button } from '../ui/Button'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Fault } from '../api/fault'
import type { ScanScreen } from './actions'
import { useBadges, useBadgesOnly, useScans } from './ScanProvider'

const heard = vi.fn()
beforeEach(() => heard.mockReset())

function Screen({ name = 'home' }: { readonly name?: ScanScreen }) {
  const { notice } = useScans(name, (code, action) => void heard(code.text, code.kind, action))
  return <p data-testid="notice">{notice?.fate}</p>
}

test('a scan with nothing focused reaches the screen with what it does there', () => {
  show(<Screen />)
  shoot('59784412', 1000)
  expect(heard.mock.calls).toEqual([['59784412', 'order', 'find']])
  expect(screen.getByTestId('notice').textContent).toBe('taken')
})

test('on the identity step an IMEI is the reading', () => {
  show(<Screen name="identity" />)
  shoot('356938035643809', 1000)
  expect(heard.mock.calls).toEqual([['356938035643809', 'imei', 'identity']])
})

test('fifteen digits that fail Luhn are refused with the reason', () => {
  show(<Screen name="identity" />)
  shoot('356938035643808', 1000)
  expect(heard).not.toHaveBeenCalled()
  expect(screen.getByTestId('notice').textContent).toBe('luhn')
})

test('a burst into a field is a scan, and the field is as it was', () => {
  show(<><Screen /><input aria-label="Nom" defaultValue="Victor" /></>)
  const field = screen.getByLabelText<HTMLInputElement>('Nom')
  field.focus()
  const enter = shoot('59784412', 1000, field)
  expect(heard).toHaveBeenCalledOnce()
  expect(field.value).toBe('Victor')
  expect(enter.defaultPrevented).toBe(true)
})

test('the Enter of a burst presses no button that has the focus', () => {
  const pressed = vi.fn()
  show(<><Screen /><button type="button" onKeyDown={pressed}>Rembourser</button></>)
  const button = screen.getByText('Rembourser')
  button.focus()
  expect(shoot('59784412', 1000, button).defaultPrevented).toBe(true)
  expect(pressed.mock.calls.filter(([event]) => (event as KeyboardEvent).key === 'Enter')).toEqual([])
})

test('while an error is open a scan is refused, and Escape reads it', () => {
  const close = vi.fn()
  show(<><Screen /><ErrorNotice error={new Fault('conflict', 'errors.internal', {}, '', '7f3a')} onClose={close} /></>)
  shoot('59784412', 1000)
  expect(heard).not.toHaveBeenCalled()
  expect(screen.getByTestId('notice').textContent).toBe('error-open')
  expect(screen.getByRole('alert').textContent).toContain('7f3a')
  strike('Escape', 'Escape', 3000)
  expect(close).toHaveBeenCalledOnce()
})

test('a key on a button presses it, and a disabled one says why instead', () => {
  const act = vi.fn()
  show(<><Button shortcut="F9" onPress={act}>Valider</Button><Button shortcut="F4" onPress={act} disabledReason="Le dossier est clos.">Photo</Button></>)
  strike('F9', 'F9', 1000)
  strike('F4', 'F4', 2000)
  expect(act).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: /Photo/ }).getAttribute('aria-disabled')).toBe('true')
})

test('keys that a busy machine hands over late are still one code', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    show(<Screen />)
    for (const [i, digit] of Array.from('59784412').entries()) {
      strike(digit, `Digit${digit}`, 1000 + i * 8)
      vi.advanceTimersByTime(90) // Struck 8 ms apart, handed over 90 ms apart.
    }
    strike('Enter', 'Enter', 1064)
  } finally {
    vi.useRealTimers()
  }
  expect(heard).toHaveBeenCalledExactlyOnceWith('59784412', 'order', 'find')
})

const badge = vi.fn()

function Desk({ locked = false }: { readonly locked?: boolean }) {
  useBadges(({ text }) => void badge(text))
  return locked ? <Locked /> : null
}

function Locked() {
  useBadgesOnly()
  return null
}

test.each(['home', 'identity', 'decision', 'form', 'settings'] as const)('a badge scanned on the screen "%s" says who works there, and is nothing else', (name) => {
  badge.mockReset()
  show(<><Desk /><Screen name={name} /></>)
  shoot('OP-NADIA', 1000)
  expect(badge.mock.calls).toEqual([['OP-NADIA']])
  expect(heard).not.toHaveBeenCalled()
})

test('a screen that asks who is there takes a badge and no other code', () => {
  badge.mockReset()
  show(<><Screen /><Desk locked /></>)
  shoot('59784412', 1000)
  expect(heard).not.toHaveBeenCalled()
  shoot('OP-NADIA', 3000)
  expect(badge.mock.calls).toEqual([['OP-NADIA']])
})

test('the assistant knows nobody yet', () => {
  badge.mockReset()
  show(<><Desk /><Screen name="assistant" /></>)
  shoot('OP-NADIA', 1000)
  expect(badge).not.toHaveBeenCalled()
  expect(screen.getByTestId('notice').textContent).toBe('useless')
})
