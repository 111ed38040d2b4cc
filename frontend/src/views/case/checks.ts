import type { api } from '../../api/api'
import type { Text } from '../../text/useText'
import type { Choice, Question } from '../../ui/TriState'

/** What must be answered first, then the rest; inside each, in the order of the list. */
export function inOrder(checks: readonly api.CheckView[]): api.CheckView[] {
  const rank = ({ mandatory, step }: api.CheckView): number => (mandatory ? 0 : step === 'tests' ? 1 : 2)
  return checks.toSorted((a, b) => rank(a) - rank(b))
}

/** The question to begin with: the first that must be answered and is not, else the first without an answer. */
export function firstOpen(checks: readonly api.CheckView[]): string | null {
  const open = inOrder(checks).filter(({ answer }) => answer === '')
  return (open[0] ?? inOrder(checks)[0])?.code ?? null
}

/** The question after one, in the order of the screen; the last one stays. */
export function nextOf(checks: readonly api.CheckView[], code: string): string {
  const order = inOrder(checks)
  return order[order.findIndex((check) => check.code === code) + 1]?.code ?? code
}

/** The checks that "all OK" answers. */
export function inBulk(checks: readonly api.CheckView[]): api.CheckForm[] {
  return checks
    .filter(({ bulk, answer }) => bulk && answer === '')
    .map(({ code, options }) => ({ code, answer: 'ok', defect: '', value: options.find(({ answer }) => answer === 'ok')?.code ?? '', reason: '' }))
}

/** The answer to a check by the choice that was pressed. */
export function answerOf({ code, type, options, defects }: api.CheckView, choice: string): api.CheckForm {
  const option = type === 'enum' ? options.find((one) => one.code === choice) : undefined
  const answer = option?.answer ?? choice
  return { code, answer, defect: answer === 'ko' ? (defects[0] ?? '') : '', value: option?.code ?? '', reason: '' }
}

/** How a check is asked: by OK, KO and not applicable, by its options, or by a reading below it. */
export function questionOf(check: api.CheckView, triState: readonly Choice[], { sentence }: Pick<Text, 'sentence'>): Omit<Question, 'note' | 'group'> {
  const { code, type, options, answer, value } = check
  const asked = { id: code, label: sentence(`catalog.check.${code}.label`) }
  if (type === 'enum') {
    const choices = options.map((option): Choice => ({
      id: option.code,
      label: sentence(`catalog.option.${option.code}`),
      tone: option.answer === 'ko' ? 'late' : 'ok',
      stays: option.answer === 'ko' && check.photo !== 'none',
    }))
    return { ...asked, answer: value === '' ? null : value, choices }
  }
  if (type === 'measure' || type === 'text' || type === 'serial') return { ...asked, answer: value === '' ? null : value, choices: [] }
  return { ...asked, answer: answer === '' ? null : answer, choices: triState }
}

/** Whether a check wants a photo that is not there. */
export function wantsPhoto({ photo, answer }: api.CheckView, photos: number): boolean {
  return photos === 0 && (photo === 'always' ? answer !== '' : photo === 'if_fail' && answer === 'ko')
}
