import { expect, test } from 'vitest'
import type { api } from '../../api/api'
import { offered } from './tie'

const row = (stage: string): api.Row => ({ id: stage, stage }) as api.Row
const sale = { orderRef: '59784412' } as api.SaleView

test('a parcel is tied to a case that waits for one, not to one that has its device', () => {
  expect(offered({ cases: [row('inspecting'), row('awaiting')], orders: [] })).toEqual([{ to: 'case', row: row('awaiting') }])
})

test('a sale is offered only when no case of it waits', () => {
  expect(offered({ cases: [], orders: [sale] })).toEqual([{ to: 'sale', sale }])
  expect(offered({ cases: [row('requested')], orders: [sale] })).toEqual([{ to: 'case', row: row('requested') }])
})

test('nothing is offered for what is closed', () => {
  expect(offered({ cases: [row('closed')], orders: [] })).toEqual([])
})
