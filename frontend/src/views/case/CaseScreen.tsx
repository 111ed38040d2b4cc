import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useCase } from '../../api/reads'
import { useText } from '../../text/useText'
import { Loading } from '../../ui/Loading'
import { CasePage } from './CasePage'

/** The page of one case, with the whole job in it. */
export function CaseScreen({ id }: { readonly id: string }): ReactNode {
  const { t } = useText()
  const query = useCase(id)
  if (query.data) return <CasePage view={query.data} />
  return <Frame title={t('case.title')}><Loading query={query}>{() => null}</Loading></Frame>
}
