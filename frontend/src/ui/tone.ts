import classes from './tone.module.css'

/** What a colour means: time runs out (warn), has run out (late), all is well (ok), known (info), waiting (hold). */
export type Tone = 'plain' | 'ok' | 'warn' | 'late' | 'info' | 'hold' | 'accent'

/** The class that sets --tone and --tone-soft. */
export function toneClass(tone: Tone): string {
  return classes[tone] ?? ''
}

/** Joins class names, leaving out what is not set. */
export function names(...all: readonly (string | false | undefined)[]): string {
  return all.filter(Boolean).join(' ')
}
