import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { show, strike } from '../test-harness'
import { Button } from './Button'
import { useToast } from './Toasts'

const undone = vi.fn()

function Receive() {
  const tell = useToast()
  return <Button shortcut="F9" onPress={() => tell('Colis reçu', undone)}>Recevoir</Button>
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undone.mockReset()
})
afterEach(() => vi.useRealTimers())

test('Ctrl+Z undoes what the toast tells', () => {
  show(<Receive />)
  strike('F9', 'F9', 1000)
  expect(screen.getByText('Colis reçu')).toBeTruthy()
  const event = new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true })
  act(() => void document.body.dispatchEvent(event))
  expect(undone).toHaveBeenCalledOnce()
  expect(screen.queryByText('Colis reçu')).toBeNull()
})

test('a toast leaves after eight seconds', () => {
  show(<Receive />)
  strike('F9', 'F9', 1000)
  act(() => void vi.advanceTimersByTime(7900))
  expect(screen.queryByText('Colis reçu')).not.toBeNull()
  act(() => void vi.advanceTimersByTime(200))
  expect(screen.queryByText('Colis reçu')).toBeNull()
})
