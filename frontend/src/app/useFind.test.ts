import { expect, test } from 'vitest'
import type { api } from '../api/api'
import { leadsTo } from './useFind'

const row = (id: string, stage: string): api.Row => ({ id, stage }) as api.Row
const scanned = (cases: api.Row[]): api.ScanResult => ({ code: '59784412', kind: 'case', cases, orders: [], tracking: '' })

test.each([
  ['one open case is opened, with the code that was scanned', [row('a', 'awaiting')], { screen: 'case', id: 'a', step: null, scanned: '59784412' }],
  ['an open case is opened although others ended', [row('a', 'closed'), row('b', 'received')], { screen: 'case', id: 'b', step: null, scanned: '59784412' }],
  ['the only case is opened although it ended', [row('a', 'closed')], { screen: 'case', id: 'a', step: null, scanned: '59784412' }],
  ['several open cases are chosen from', [row('a', 'awaiting'), row('b', 'received')], { screen: 'scanned', code: '59784412' }],
  ['several ended cases are chosen from', [row('a', 'closed'), row('b', 'canceled')], { screen: 'scanned', code: '59784412' }],
  ['a code without a case asks what to do', [], { screen: 'scanned', code: '59784412' }],
])('%s', (_name, cases, route) => expect(leadsTo(scanned(cases))).toEqual(route))
