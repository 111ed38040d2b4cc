import type { ReactNode } from 'react'
import { useShortcut } from '../../../keys/useShortcut'

/** The digits from 1 on, each for the act at its place. */
export function Digits({ acts, enabled = true }: { readonly acts: readonly (() => void)[]; readonly enabled?: boolean }): ReactNode {
  return acts.slice(0, 9).map((act, i) => <Digit key={i} combo={String(i + 1)} act={act} enabled={enabled} />)
}

function Digit({ combo, act, enabled }: { readonly combo: string; readonly act: () => void; readonly enabled: boolean }): null {
  useShortcut(combo, act, enabled)
  return null
}
