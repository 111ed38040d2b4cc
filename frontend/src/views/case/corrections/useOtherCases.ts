import { useQuery } from '@tanstack/react-query'
import { casesApi, type api } from '../../../api/api'
import { keys } from '../../../api/keys'

/** Open cases that a text is found in, but for the one at hand. */
export function useOtherCases(text: string, except: string): readonly api.Row[] {
  const filter: api.ListFilter = { tile: '', stage: '', onHold: false, ended: false, text: text.trim(), offset: 0, limit: 8 }
  const { data } = useQuery({ queryKey: keys.list(filter), queryFn: () => casesApi.List(filter), enabled: filter.text.length >= 3 })
  return (data?.rows ?? []).filter(({ id, stage }) => id !== except && !['closed', 'canceled', 'declined'].includes(stage))
}
