import { expect, test } from 'vitest'
import { href, parseRoute, type Route } from './route'

test.each<Route>([
  { screen: 'home' },
  { screen: 'sync' },
  { screen: 'worklist', filter: 'late' },
  { screen: 'worklist', filter: '' },
  { screen: 'cases', search: 'Victor H. / 50 %' },
  { screen: 'unidentified', id: '0192' },
  { screen: 'case', id: '0192', step: null },
  { screen: 'case', id: '0192', step: 'decision' },
])('an address leads back to its screen: $screen', (route) => expect(parseRoute(href(route))).toEqual(route))

test('an address that names no screen is the home screen', () => {
  expect(parseRoute('')).toEqual({ screen: 'home' })
  expect(parseRoute('#/nowhere')).toEqual({ screen: 'home' })
  expect(parseRoute('#/cases/%')).toEqual({ screen: 'cases', search: '%' })
})
