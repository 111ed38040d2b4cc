import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { api } from '../api/api'
import { shoot, show, strike } from '../test-harness'
import { App } from './App'

const status: api.Status = { online: false, account: true, waiting: 7, oldest: '', lastSuccess: '', toFix: 0, lastError: null as unknown as api.Fault, latest: '' }
const bootstrap = {
  ready: true, sample: true, shell: 'desktop', kiosk: false, version: '1', stationName: 'Poste 03', prefix: 'P03', workshop: 'Atelier', zone: 'Europe/Paris',
  language: 'fr', scheme: 'light', operator: { id: 'o', name: 'Samira B.', role: 'manager' }, people: [{ id: 'o', name: 'Samira B.', role: 'manager' }], alone: true, lockMinutes: 0, now: '2026-11-23T08:00:00Z',
  scanner: { maxGap: 50, terminator: 'enter', prefix: '', volume: 0 }, status,
} as api.Bootstrap
const home = { tiles: [{ code: 'late', count: 3, tone: 'late' }], scans: [] } as unknown as api.Home
const connected = vi.fn(() => Promise.resolve())

/** The station as the desktop window binds it: functions under window.go, and nothing of a browser's. */
function bindStation(methods: Record<string, unknown> = {}, booted: Partial<api.Bootstrap> = {}): void {
  vi.stubGlobal('go', {
    api: {
      Station: { Bootstrap: () => Promise.resolve({ ...bootstrap, ...booted }), Status: () => Promise.resolve(status), Home: () => Promise.resolve(home), Connected: connected, ...methods },
      Cases: {}, Sending: {}, Settings: {}, Setup: {},
    },
  })
}

beforeEach(() => {
  window.location.hash = '#/'
  connected.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

test('the station opens on what to scan, says that its records are a sample, and how sending is', async () => {
  bindStation()
  show(<App />)
  expect(await screen.findByRole('heading', { name: 'Poste 03' })).toBeTruthy()
  expect(screen.getByText('Données d’essai')).toBeTruthy()
  expect(screen.getByText(/Hors ligne · 7 en attente/)).toBeTruthy()
  await waitFor(() => expect(connected).toHaveBeenCalledOnce())
})

test('a station that is not set up asks for its workshop first', async () => {
  bindStation({}, { ready: false })
  show(<App />)
  expect(await screen.findByText(/Qui reçoit les retours/)).toBeTruthy()
  strike('F9', 'F9', 1000)
  expect(await screen.findByText('Indiquez le nom de l’atelier.')).toBeTruthy()
})

test('a scan of a code that nobody knows leads to receiving the parcel on the spot', async () => {
  bindStation({ Scan: (code: string) => Promise.resolve({ code, kind: 'unknown', cases: [], orders: [] }) })
  show(<App />)
  await screen.findByRole('heading', { name: 'Poste 03' })
  shoot('6A18420007341', 1000)
  expect(await screen.findByText('Aucun dossier pour ce code')).toBeTruthy()
  expect(screen.getByRole('button', { name: /Ouvrir un colis inconnu/ })).toBeTruthy()
})

test('a station that cannot be reached says so, with a second try', async () => {
  bindStation({ Bootstrap: () => Promise.reject(new Error('{"code":"unavailable","key":"errors_kiosk.unreachable"}')) })
  show(<App />)
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Réessayer' })).toBeTruthy()
})

test('a dialog goes with the screen under it, and is not there again on the way back', async () => {
  bindStation()
  show(<App />)
  await screen.findByRole('heading', { name: 'Poste 03' })
  strike('F2', 'F2', 1000)
  expect(await screen.findByRole('dialog')).toBeTruthy()
  act(() => {
    window.location.hash = '#/settings/appearance'
    window.dispatchEvent(new Event('hashchange'))
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a station that falls silent is said at once, and so is one that no longer knows the page', async () => {
  const heard = new Map<string, ((...data: unknown[]) => void)[]>()
  const tell = (name: string, ...data: unknown[]): void => act(() => heard.get(name)?.forEach((listener) => listener(...data)))
  vi.stubGlobal('runtime', {
    EventsOn: (name: string, listener: () => void) => {
      heard.set(name, [...(heard.get(name) ?? []), listener])
      return () => undefined
    },
  })
  bindStation()
  show(<App />)
  expect(await screen.findByText(/Hors ligne · 7 en attente/)).toBeTruthy()
  tell('lost', false)
  expect(screen.getByRole('alert').textContent).toMatch(/ne répond plus/)
  expect(screen.queryByText(/7 en attente/)).toBeNull()
  tell('lost', true)
  expect(screen.getByRole('alert').textContent).toMatch(/Rouvrez-le/)
  tell('resync')
  expect(screen.queryByRole('alert')).toBeNull()
})
