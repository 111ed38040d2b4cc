import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { CaseLine } from './CaseLine'
import classes from './Shift.module.css'

/** The cases on hold, the first to be looked at again first. */
export function Holds({ holds }: { readonly holds: readonly api.HeldView[] }): ReactNode {
  const { t, sentence, format } = useText()
  const review = ({ reviewAt, late }: api.HeldView): string => {
    if (reviewAt === '') return t('people.shift.review_none')
    return t(late ? 'people.shift.review_late' : 'people.shift.review_on', { day: format.day(reviewAt) })
  }
  return (
    <Card title={t('people.shift.holds')} padded>
      {holds.length === 0 && <p className={classes.none}>{t('people.shift.holds_none')}</p>}
      <ul className={classes.lines}>
        {holds.map((held) => (
          <CaseLine key={held.id} id={held.id} number={held.number} title={held.title} end={<Pill tone={held.late ? 'late' : 'plain'}>{review(held)}</Pill>}>
            {[sentence(`case.hold.code.${held.code}`), held.text].filter(Boolean).join(' · ')}
          </CaseLine>
        ))}
      </ul>
    </Card>
  )
}
