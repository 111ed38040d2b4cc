import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import classes from './Spine.module.css'
import { names } from './tone'

export interface SpineStep {
  readonly id: string
  readonly label: string
  readonly state: 'done' | 'current' | 'next'
  /** It is the one that shows, though the work may be at another. */
  readonly shown?: boolean
  /** Where to look at this step again; none for a step that has not come. */
  readonly href?: string | undefined
}

/** The steps of a case at the left of the screen: done, current, next. */
export function Spine({ steps }: { readonly steps: readonly SpineStep[] }): ReactNode {
  const { t } = useText()
  return (
    <nav aria-label={t('screen.spine.label')}>
      <ol className={classes.spine}>
        {steps.map(({ id, label, state, shown = false, href }, i) => {
          const inner = (
            <>
              <span className={classes.number} aria-hidden>{state === 'done' ? <IconCheck size={17} stroke={2.5} /> : i + 1}</span>
              {label}
              <span className={classes.hidden}>{t(`screen.spine.${state}`)}</span>
            </>
          )
          const className = names(classes.step, classes[state], shown && classes.shown)
          return (
            <li key={id} aria-current={state === 'current' ? 'step' : undefined}>
              {href === undefined ? <div className={className}>{inner}</div> : <a href={href} className={className}>{inner}</a>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
