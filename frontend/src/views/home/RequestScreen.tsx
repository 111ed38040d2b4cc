import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { casesApi } from '../../api/api'
import { useText } from '../../text/useText'
import { Loading } from '../../ui/Loading'
import { RequestByHand } from './RequestByHand'

/** A return request that nobody sent us: of a sale that the station knows, or written by hand. */
export function RequestScreen({ code }: { readonly code: string }): ReactNode {
  const { t } = useText()
  const sales = useQuery({ queryKey: ['sales', code], queryFn: () => casesApi.FindSales(code), enabled: code !== '' })
  if (code === '') return <RequestByHand code="" sales={[]} />
  if (sales.data) return <RequestByHand code={code} sales={sales.data} />
  return <Frame title={t('home.request.title')}><Loading query={sales}>{() => null}</Loading></Frame>
}
