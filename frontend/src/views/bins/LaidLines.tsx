import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Identifier } from '../../ui/Identifier'
import { names } from '../../ui/tone'
import classes from './BinScreen.module.css'

/** A scan of a device, and what came of it. */
export interface LaidLine {
  readonly code: string
  readonly said: string
  readonly href?: string
  readonly refused?: boolean
}

/** What was scanned here, the latest first: the sentence of a gate stands next to the device that it refused. */
export function LaidLines({ lines }: { readonly lines: readonly LaidLine[] }): ReactNode {
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines} aria-live="polite">
      {lines.map(({ code, said, href, refused = false }, i) => (
        <li key={lines.length - i} className={names(classes.line, refused && classes.refused)}>
          {refused ? <IconAlertTriangle size={22} aria-hidden /> : <IconCircleCheck size={22} aria-hidden />}
          {href === undefined ? <Identifier value={code} copy={false} /> : <a href={href}><Identifier value={code} copy={false} /></a>}
          <span className={classes.said}>{said}</span>
        </li>
      ))}
    </ul>
  )
}
