import type { ReactNode } from 'react'
import { useCase } from '../../api/reads'
import { ErrorNotice } from '../../ui/ErrorNotice'

/** The page of one case, with the whole job in it. */
export function CaseScreen({ id }: { readonly id: string }): ReactNode {
  const { data, error } = useCase(id)
  if (error) return <ErrorNotice error={error} />
  return <h1>{data?.number}</h1>
}
