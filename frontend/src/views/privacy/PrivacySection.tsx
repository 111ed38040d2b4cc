import type { ReactNode } from 'react'
import { useRetention } from '../../api/reads'
import { Loading } from '../../ui/Loading'
import { DueCard } from './DueCard'
import { ErasureLog } from './ErasureLog'
import { FindPerson } from './FindPerson'
import { RetentionCard } from './RetentionCard'

/** What is held on people: finding one of them, how long all of them are kept, and what was erased. */
export function PrivacySection(): ReactNode {
  return (
    <>
      <FindPerson />
      <Loading query={useRetention()}>
        {(view) => (
          <>
            <DueCard view={view} />
            <RetentionCard key={`${view.months} ${view.documentYears}`} view={view} />
            <ErasureLog entries={view.log} />
          </>
        )}
      </Loading>
    </>
  )
}
