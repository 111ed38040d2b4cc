import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Pill } from '../../ui/Pill'
import type { Tone } from '../../ui/tone'
import classes from './DueChip.module.css'
import { dutyOf, timeLeft } from './due'

const tones: Readonly<Record<string, Tone>> = { late: 'late', warn: 'warn' }

/** What is due and until when; red only once it is too late. It names the rule that says so. */
export function DueChip({ due }: { readonly due: api.Due | null | undefined }): ReactNode {
  const { t, sentence, format } = useText()
  const now = useNow()
  if (!due) return <span className={classes.none}>{t('work.due.none')}</span>
  const duty = sentence(`policy.duty.${dutyOf(due.rule)}`)
  const left = timeLeft(due, now)
  const rule = `policy.rule.${due.rule}`
  const byDay = (): string => {
    const day = format.day(due.last)
    return day === format.day(now) ? t('work.due.today', { duty }) : t('work.due.until', { duty, day })
  }
  const said = {
    late: () => t('work.due.late', { duty, age: format.duration(left.milliseconds) }),
    hours: () => (format.time(due.at) === '00:00' ? byDay() : t('work.due.before', { duty, time: format.time(due.at) })), // Midnight is the end of a day.
    days: byDay,
  }[left.in]()
  return (
    <Tooltip label={<><strong>{sentence(`${rule}.title`)}</strong><br />{sentence(`${rule}.why`)}<br />{sentence(`${rule}.source`)}</>}>
      <span className={classes.chip}><Pill tone={tones[due.tone] ?? 'plain'}>{said}</Pill></span>
    </Tooltip>
  )
}
