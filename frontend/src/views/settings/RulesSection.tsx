import type { ReactNode } from 'react'
import { RulesBook } from '../rules/RulesBook'

/** The rules, as the station judges by them. */
export function RulesSection(): ReactNode {
  return <RulesBook />
}
