import type { api } from '../../api/api'
import type { Text } from '../../text/useText'
import type { Line } from './burst'

/** Why a device comes back and what its customer wishes. */
export function wishOf({ claim, wish, customer }: api.Row, { sentence }: Pick<Text, 'sentence'>): string {
  return [customer, claim !== '' && sentence(`messages.claim.${claim}`), wish !== '' && wish !== 'unknown' && sentence(`work.wish.${wish}`)].filter(Boolean).join(' · ')
}

/** Why a scan came to what it did; '' where there is nothing to say. */
export function aboutOf(line: Line, { t, sentence }: Pick<Text, 't' | 'sentence'>): string {
  const parcel = line.with === '' ? '' : t('stock.burst.with', { number: line.with })
  const join = (...parts: string[]): string => parts.filter(Boolean).join(' · ')
  if (line.fault) return sentence(line.fault.key, line.fault.args)
  switch (line.what) {
    case 'aside':
      return join(t(line.sold ? 'stock.burst.about.sold' : line.ended ? 'stock.burst.about.ended' : 'stock.burst.about.aside'), line.code, parcel)
    case 'several':
      return t('stock.burst.about.several')
    case 'nothing':
      return t('stock.burst.about.nothing')
    case 'received':
      return parcel
    default:
      return ''
  }
}
