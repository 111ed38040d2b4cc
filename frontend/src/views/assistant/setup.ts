import type { api } from '../../api/api'
import { Fault } from '../../api/fault'
import { workshopFields } from '../settings/WorkshopFields'

export const setupSteps = ['workshop', 'station', 'account', 'language', 'manager'] as const
export type SetupStep = (typeof setupSteps)[number]

/** Which fields each step asks, by the names that the station's errors call them. */
const fieldsOf: Readonly<Record<SetupStep, readonly string[]>> = {
  workshop: workshopFields,
  station: ['prefix', 'stationName'],
  account: ['environment', 'token', 'company', 'contact'],
  language: ['language'],
  manager: ['manager', 'pin'],
}

/** The step that asks a field, to go back to; null for a field of none. */
export function stepAsking(field: string): SetupStep | null {
  return setupSteps.find((step) => fieldsOf[step].includes(field)) ?? null
}

/** A form with nothing in it, for a sample or for a workshop's own station. */
export function emptySetup(sample: boolean, language: string): api.SetupForm {
  return {
    workshop: { name: '', street: '', postCode: '', city: '', country: 'FR', email: '', phone: '', siren: '', vat: '', margin: true },
    station: { name: '', prefix: '', language, scheme: 'auto' },
    account: { environment: sample ? 'sandbox' : 'none', token: '', company: '', contact: '' },
    manager: '',
    pin: '',
  }
}

/**
 * What keeps a step from being left, in the station's own words; the station
 * itself checks again at the end.
 */
export function lacking(step: SetupStep, form: api.SetupForm): Fault | null {
  const { workshop, station, account, manager, pin } = form
  const lack = (key: string, field: string): Fault => new Fault('invalid', key, {}, field)
  switch (step) {
    case 'workshop': {
      const field = (['name', 'street', 'postCode', 'city', 'country'] as const).find((name) => workshop[name].trim() === '')
      if (field !== undefined) return lack(`errors_station.workshop.${field}`, field)
      const digits = workshop.siren.replaceAll(/\D/g, '')
      return workshop.siren !== '' && digits.length !== 9 ? lack('errors_station.workshop.siren', 'siren') : null
    }
    case 'station':
      if (!/^[A-Z][A-Z0-9]{1,3}$/.test(station.prefix.trim().toUpperCase())) return lack('errors_station.prefix', 'prefix')
      return station.name.trim() === '' ? lack('errors_station.desk_name', 'stationName') : null
    case 'account': {
      const real = account.environment === 'production' || account.environment === 'preprod'
      return real && account.token.trim() === '' ? lack('errors_station.account.token', 'token') : null
    }
    case 'language':
      return null
    case 'manager':
      if (manager.trim() === '') return lack('errors_station.manager_name', 'manager')
      return /^\d{4,12}$/.test(pin) ? null : lack('errors_station.pin.form', 'pin')
  }
}
