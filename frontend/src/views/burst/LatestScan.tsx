import type { ReactNode } from 'react'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Identifier } from '../../ui/Identifier'
import { names, toneClass, type Tone } from '../../ui/tone'
import { DueChip } from '../worklist/DueChip'
import { isHere, type Line, type What } from './burst'
import classes from './Burst.module.css'
import { aboutOf, wishOf } from './words'

export const tones: Readonly<Record<What, Tone>> = {
  waiting: 'plain', received: 'ok', aside: 'hold', again: 'info', several: 'warn', nothing: 'warn', failed: 'late', undone: 'plain',
}

/** The last scan, to be read from a step away: what it is, for when, and the label to stick on it. */
export function LatestScan({ line, call }: { readonly line: Line | undefined; readonly call: string }): ReactNode {
  const text = useText()
  const { t, format } = text
  const row = line?.cases[0]
  return (
    <Card padded={false} className={classes.latest}>
      <div className={classes.said} role="status">
        <h2 className={classes.call}>{call}</h2>
        {line === undefined && <p className={classes.note}>{t('stock.burst.lead')}</p>}
        {line && (
          <>
            <p className={names(classes.what, toneClass(tones[line.what]))}>{t(`stock.burst.what.${line.what}`)}</p>
            <p className={classes.device}>{row ? row.title || t('stock.burst.unknown_device') : line.code}</p>
            <p className={classes.note}>{row && line.what === 'received' ? wishOf(row, text) : aboutOf(line, text)}</p>
            {row && isHere(line) && row.due && <DueChip due={row.due} />}
          </>
        )}
      </div>
      {line && row && isHere(line) && (
        <div className={classes.label} aria-label={t('stock.burst.label_case', { number: row.number })} role="img">
          <Identifier value={row.number} copy={false} strong />
          <span>{row.title || t('stock.burst.unknown_device')}</span>
          <span>{format.day(new Date().toISOString())}</span>
        </div>
      )}
    </Card>
  )
}
