import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { api } from '../../api/api'
import { useCommand } from '../../api/useCommand'
import { show } from '../../test-harness'

const samira: api.OperatorView = { id: 's', name: 'Samira B.', role: 'manager' }
const asked = vi.fn()
const given = vi.fn()

function refusal(key: string): Error {
  return new Error(JSON.stringify({ code: 'unauthorized', key, args: {}, field: 'pin' }))
}

beforeEach(() => {
  asked.mockReset()
  given.mockReset()
  vi.stubGlobal('go', {
    api: {
      Station: { Bootstrap: () => Promise.resolve({ operator: samira, people: [samira] }) },
      People: {
        GivePIN: (command: string, pin: string) => {
          given(command, pin)
          return pin === '2580' ? Promise.resolve({ operator: samira, until: '' }) : Promise.reject(refusal('errors_station.pin.wrong'))
        },
      },
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

function Refund({ key = 'errors_station.pin.needed' }: { readonly key?: string }) {
  const { give, fault } = useCommand<string, string>((id) => {
    asked(id)
    return asked.mock.calls.length === 1 ? Promise.reject(refusal(key)) : Promise.resolve('done')
  })
  return <><button type="button" onClick={() => void give('refund')}>Rembourser</button><p data-testid="fault">{fault?.key}</p></>
}

test('a command that wants a PIN is given again under its identity once one was given', async () => {
  show(<Refund />)
  fireEvent.click(screen.getByText('Rembourser'))
  const pin = await screen.findByLabelText<HTMLInputElement>('Code de Samira B.')
  fireEvent.change(pin, { target: { value: '0000' } })
  fireEvent.keyDown(pin, { key: 'Enter' })
  expect(await screen.findByText('Ce n’est pas le bon code.')).toBeTruthy()
  fireEvent.change(pin, { target: { value: '2580' } })
  fireEvent.keyDown(pin, { key: 'Enter' })
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  expect(asked.mock.calls[0]).toEqual(asked.mock.calls[1])
  expect(given.mock.calls.map(([command]) => command as string)).toEqual([asked.mock.calls[0]?.[0], asked.mock.calls[0]?.[0]])
  expect(screen.getByTestId('fault').textContent).toBe('')
})

test('going back leaves the command as it was, and says why it was refused', async () => {
  show(<Refund />)
  fireEvent.click(screen.getByText('Rembourser'))
  await screen.findByLabelText('Code de Samira B.')
  act(() => screen.getByRole('button', { name: 'Retour' }).click())
  await waitFor(() => expect(screen.getByTestId('fault').textContent).toBe('errors_station.pin.needed'))
  expect(asked).toHaveBeenCalledOnce()
})
