import type { ReactNode } from 'react'
import type { Combo } from '../keys/shortcuts'
import classes from './KeyCap.module.css'

const written: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' }

/** A key as it is printed on the keyboard. */
export function KeyCap({ combo }: { readonly combo: Combo }): ReactNode {
  return <kbd className={classes.key}>{written[combo] ?? combo.replace('+', ' ')}</kbd>
}
