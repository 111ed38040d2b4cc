import type { ReactNode } from 'react'
import { href } from '../../app/route'
import { useText } from '../../text/useText'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import { names } from '../../ui/tone'
import { DueChip } from '../worklist/DueChip'
import { isHere, type Line } from './burst'
import classes from './Burst.module.css'
import { tones } from './LatestScan'
import { aboutOf, wishOf } from './words'

/** Each scan as a line, the latest first: its case, its device, what the customer wishes and what is due. */
export function ScanLines({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null
  return <ul className={classes.lines} aria-label={label} tabIndex={0}>{lines.map((line) => <ScanLine key={line.id} line={line} />)}</ul>
}

function ScanLine({ line }: { readonly line: Line }): ReactNode {
  const text = useText()
  const { t } = text
  const [row] = line.cases
  const about = aboutOf(line, text)
  return (
    <li className={classes.line}>
      <Pill tone={tones[line.what]}>{t(`stock.burst.what.${line.what}`)}</Pill>
      {row && line.cases.length === 1
        ? <a href={href({ screen: 'case', id: row.id, step: null })}><Identifier value={row.number} copy={false} /></a>
        : <Identifier value={line.code} copy={false} />}
      {row && line.cases.length === 1 && line.what !== 'aside' ? (
        <>
          <span className={classes.about}>{row.title || t('stock.burst.unknown_device')}</span>
          <span className={classes.about}>{[line.what === 'received' && wishOf(row, text), about].filter(Boolean).join(' · ')}</span>
        </>
      ) : <span className={names(classes.about, classes.wide)}>{about}</span>}
      <span>{row?.due && isHere(line) && <DueChip due={row.due} />}</span>
    </li>
  )
}
