import { IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'

/** A device or a customer that returns often: the facts, and nothing drawn from them. */
export function Flags({ flags }: { readonly flags: readonly api.ReasonView[] }): ReactNode {
  const { sentence } = useText()
  return flags.map(({ key, args }) => (
    <Banner key={key} tone="warn" icon={<IconRepeat size={22} aria-hidden />}>{sentence(key, args as Record<string, string | number>)}</Banner>
  ))
}
