import { Tooltip } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo, type ReactNode } from 'react'
import { useText } from '../text/useText'
import classes from './Ribbon.module.css'
import { layoutRibbon, type RibbonMark } from './ribbonLayout'
import { names, toneClass, type Tone } from './tone'

export interface RibbonZone {
  readonly from: number
  readonly to: number
  readonly tone: Tone
}

/** The width of a label in the face that the ribbon is set in, the bold one. */
function labelWidth(): (label: string) => number {
  const canvas = document.createElement('canvas').getContext('2d')
  if (!canvas) return (label) => label.length * 8.5
  canvas.font = "600 15px 'Inter Variable', sans-serif"
  return (label) => canvas.measureText(label).width
}

/** The time of a case on one line: what happened, now, and what is due. Each mark names its rule, and opens it. */
export function Ribbon({ marks, zones, onOpen }: {
  readonly marks: readonly RibbonMark[]
  readonly zones: readonly RibbonZone[]
  /** A mark with a rule was pressed. */
  readonly onOpen?: (id: string) => void
}): ReactNode {
  const { t } = useText()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const placed = useMemo(() => layoutRibbon(marks, width, labelWidth()), [marks, width])
  return (
    <div className={classes.ribbon} ref={ref}>
      <div className={classes.line} aria-hidden>
        {zones.map(({ from, to, tone }) => (
          <span key={from} className={names(classes.zone, toneClass(tone))} style={{ left: `${from * 100}%`, right: `${(1 - to) * 100}%` }} />
        ))}
      </div>
      {placed.map((mark) => (
        <div key={mark.id} className={toneClass(mark.tone)}>
          {mark.remark !== true && (
            <Tooltip label={mark.rule ?? mark.label}>
              <button type="button" className={names(classes.tick, mark.weight === 'now' && classes.now)} style={{ left: mark.x }} onClick={mark.rule === undefined ? undefined : () => onOpen?.(mark.id)} aria-label={mark.rule === undefined ? mark.label : `${mark.label}, ${mark.rule}`} />
            </Tooltip>
          )}
          {mark.labelX !== null && (
            <span aria-hidden className={names(classes.label, classes[mark.lane], mark.tone !== 'plain' && classes.toned)} style={{ left: mark.labelX }}>{mark.label}</span>
          )}
        </div>
      ))}
      <ol className={classes.list} aria-label={t('screen.ribbon.label')}>
        {placed.toSorted((a, b) => a.at - b.at).map(({ id, label, rule }) => <li key={id}>{label} {rule}</li>)}
      </ol>
    </div>
  )
}
