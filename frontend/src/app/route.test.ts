import { expect, test } from 'vitest'
import { href, parseRoute, type Route } from './route'

test.each<Route>([
  { screen: 'home' },
  { screen: 'sending' },
  { screen: 'approvals' },
  { screen: 'shift' },
  { screen: 'settings', section: 'scanner' },
  { screen: 'worklist', filter: 'late' },
  { screen: 'worklist', filter: '' },
  { screen: 'search', search: 'Victor H. / 50 % ?' },
  { screen: 'scanned', code: '6A18420007341' },
  { screen: 'request', code: '' },
  { screen: 'case', id: '0192', step: null },
  { screen: 'case', id: '0192', step: 'decision' },
  { screen: 'case', id: '0192', step: null, scanned: '1Z 999/&' },
])('an address leads back to its screen: $screen', (route) => expect(parseRoute(href(route))).toEqual(route))

test('an address that names no screen is the home screen', () => {
  expect(parseRoute('')).toEqual({ screen: 'home' })
  expect(parseRoute('#/nowhere')).toEqual({ screen: 'home' })
  expect(parseRoute('#/search/%')).toEqual({ screen: 'search', search: '%' })
  expect(parseRoute('#/cases')).toEqual({ screen: 'search', search: '' })
})
