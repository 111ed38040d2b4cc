import type { api } from '../../api/api'

const day = 86_400_000

/** What a rule obliges to: the stem of policy.duty.*. */
export function dutyOf(rule: string): 'answer' | 'refund' | 'label' | 'protest' {
  if (rule.startsWith('ANSWER')) return 'answer'
  if (rule.startsWith('LABEL')) return 'label'
  return rule.startsWith('CARRIER') ? 'protest' : 'refund'
}

/**
 * How the time that is left is said: too late; by the clock, for a rule counted
 * in hours that runs out within a day; else by the last day that is in time.
 */
export function timeLeft({ at, rule }: Pick<api.Due, 'at' | 'rule'>, now: Date): { in: 'late' | 'hours' | 'days'; milliseconds: number } {
  const left = Date.parse(at) - now.getTime()
  if (left <= 0) return { in: 'late', milliseconds: Math.abs(left) }
  return { in: left < day && dutyOf(rule) === 'answer' ? 'hours' : 'days', milliseconds: left }
}
