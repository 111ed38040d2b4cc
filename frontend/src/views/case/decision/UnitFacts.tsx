import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Identifier } from '../../../ui/Identifier'
import classes from './Decision.module.css'

/** A unit of the stock: what it is, and where it stands. */
export function UnitFacts({ unit, title }: { readonly unit: Pick<api.ReplacementView, 'title' | 'grade' | 'imei' | 'serial' | 'bin'>; readonly title: string }): ReactNode {
  const { t, sentence } = useText()
  return (
    <div className={classes.unit}>
      <p className={classes.quiet}>{title}</p>
      <p className={classes.unitName}>{[unit.title, unit.grade !== '' && sentence(`case.grade.${unit.grade}`)].filter(Boolean).join(' · ')}</p>
      <p className={classes.quiet}><Identifier value={unit.imei || unit.serial} />{unit.bin !== '' && ` · ${t('decision.unit_bin', { bin: unit.bin })}`}</p>
    </div>
  )
}
