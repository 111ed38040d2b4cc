import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { dutyOf, timeLeft } from '../worklist/due'

/** What a tile says under its count: how much money it is about, or the most urgent of what it counts. */
export function useTileNote(): (tile: api.Tile) => string {
  const { t, sentence, format } = useText()
  const now = useNow()
  const noteOf = ({ code, count, oldest, amount }: api.Tile): string => {
    if (count === 0) return t('home.tile_none')
    if (amount) return format.amount(amount)
    if (!oldest) return sentence(`home.tile_about.${code}`)
    const duty = sentence(`policy.duty.${dutyOf(oldest.rule)}`).toLocaleLowerCase()
    const left = timeLeft(oldest, now)
    if (left.in === 'late') return t('home.tile_late', { duty, age: format.duration(left.milliseconds) })
    const clock = format.time(oldest.at)
    // Midnight is the end of a day.
    if (left.in === 'hours' && clock !== '00:00') return t('home.tile_before', { duty, until: clock })
    return t('home.tile_until', { duty, until: format.day(oldest.last) })
  }
  return (tile) => [noteOf(tile), tile.waits > 0 && t('home.tile_waits', { count: tile.waits })].filter(Boolean).join(' · ')
}
