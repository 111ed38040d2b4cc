import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { api } from '../../api/api'
import { show } from '../../test-harness'
import { ApprovalRow } from './ApprovalRow'

const refusal: api.ApprovalView = {
  id: 'c', number: 'P03A-000123-K', title: 'iPhone 13', customer: 'Amélie L.', outcome: 'refuse', amount: undefined, deductions: [],
  code: 'oxidation', text: 'Bonjour', by: 'Karim', at: '2026-11-23T09:00:00Z', override: '', proposed: 'refuse', mine: false, above: false, held: false,
} as unknown as api.ApprovalView

test('a refusal to approve says its reason in words, not its code', async () => {
  show(<table><tbody><ApprovalRow row={refusal} chosen={false} failure={undefined} onToggle={vi.fn()} /></tbody></table>)
  expect(await screen.findByText('Oxydation, hors garantie')).toBeTruthy()
})
