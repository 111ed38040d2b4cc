import type { ReactNode } from 'react'
import type { Fault } from '../api/fault'
import { useText } from '../text/useText'

/** Why something was refused, where it was entered. */
export function FaultText({ fault }: { readonly fault: Fault }): ReactNode {
  const { sentence } = useText()
  return sentence(fault.key, fault.args)
}
