import { useId, type ReactNode } from 'react'
import classes from './Chips.module.css'
import { KeyCap } from './KeyCap'

export interface Chip {
  readonly id: string
  readonly label: string
  /** The key that chooses it, where the screen bound one. */
  readonly combo?: string
}

/** One of a few, all in sight. */
export function Chips({ label, hidden = false, chips, chosen, error, onChoose }: {
  readonly label: string
  /** The label is for those who hear the screen; the eye has it elsewhere. */
  readonly hidden?: boolean
  readonly chips: readonly Chip[]
  readonly chosen: string
  readonly error?: ReactNode
  readonly onChoose: (id: string) => void
}): ReactNode {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={error === undefined ? undefined : `${name}-error`}>
      {!hidden && <p className={classes.label} aria-hidden>{label}</p>}
      <div className={classes.chips}>
        {chips.map(({ id, label: words, combo }) => (
          <label key={id} className={classes.chip}>
            <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
            {words}
            {combo !== undefined && <KeyCap combo={combo} />}
          </label>
        ))}
      </div>
      {error !== undefined && <p id={`${name}-error`} role="alert" className={classes.error}>{error}</p>}
    </div>
  )
}
