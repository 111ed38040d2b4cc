import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { emptySetup, lacking, setupSteps, stepAsking } from './setup'

const empty = emptySetup(false, 'fr')
const workshop = { ...empty.workshop, name: 'Atelier Reprise', street: '12 rue des Ateliers', postCode: '69007', city: 'Lyon' }

test.each<[string, (typeof setupSteps)[number], api.SetupForm, string | undefined]>([
  ['a workshop without a name', 'workshop', empty, 'name'],
  ['a SIREN of eight digits', 'workshop', { ...empty, workshop: { ...workshop, siren: '55210055' } }, 'siren'],
  ['a workshop with its address', 'workshop', { ...empty, workshop: { ...workshop, siren: '552 100 554' } }, undefined],
  ['a prefix that begins with a digit', 'station', { ...empty, station: { ...empty.station, prefix: '3P' } }, 'prefix'],
  ['a station without a name', 'station', { ...empty, station: { ...empty.station, prefix: 'p03' } }, 'stationName'],
  ['a real account without its token', 'account', { ...empty, account: { ...empty.account, environment: 'production' } }, 'token'],
  ['no account at all', 'account', empty, undefined],
  ['a PIN with a letter', 'manager', { ...empty, manager: 'Samira B.', pin: '25a8' }, 'pin'],
  ['a manager and a PIN', 'manager', { ...empty, manager: 'Samira B.', pin: '2580' }, undefined],
])('%s is told at its step', (_name, step, form, field) => expect(lacking(step, form)?.field).toBe(field))

test('an error of the station leads back to the step that asked', () => {
  expect(stepAsking('postCode')).toBe('workshop')
  expect(stepAsking('pin')).toBe('manager')
  expect(stepAsking('nowhere')).toBeNull()
})
