import { IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLink } from '../api/link'
import { useText } from '../text/useText'
import { Banner } from '../ui/Banner'

/** Says that nothing on this page can be saved now, and what to do about it. */
export function LinkNotice(): ReactNode {
  const { sentence } = useText()
  const link = useLink()
  if (link === 'up') return null
  return <Banner tone="late" icon={<IconPlugConnectedX size={22} aria-hidden />}>{sentence(`screen.link.${link}`)}</Banner>
}
