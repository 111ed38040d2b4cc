import type { ReactNode } from 'react'
import { useCase } from '../api/reads'
import { CaseScreen } from '../views/case'
import { ParcelScreen } from '../views/unknown/ParcelScreen'

/** A case, or the parcel that nobody knows the case of yet. */
export function CaseDoor({ id }: { readonly id: string }): ReactNode {
  const { data } = useCase(id)
  return data?.stage === 'unidentified' ? <ParcelScreen view={data} /> : <CaseScreen id={id} />
}
