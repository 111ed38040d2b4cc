import { expect, test } from 'vitest'
import { rolesOf } from './roles'

test('a device that was sold and came back is both; one that was given is neither', () => {
  expect(rolesOf({ sold: true, found: true, replacement: false })).toEqual(['sold', 'found'])
  expect(rolesOf({ sold: false, found: false, replacement: true })).toEqual(['replacement'])
  expect(rolesOf({ sold: false, found: false, replacement: false })).toEqual([])
})
