import { IconAlertTriangle, IconCheck, IconChevronDown, IconChevronUp, IconCircle } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { toneClass, type Tone } from '../../../ui/tone'
import { plain } from '../ribbonOf'
import classes from './Decision.module.css'

const marks: Readonly<Record<string, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  ok: { tone: 'ok', icon: <IconCheck size={22} aria-hidden /> },
  warn: { tone: 'warn', icon: <IconCircle size={20} aria-hidden /> },
  late: { tone: 'late', icon: <IconAlertTriangle size={22} aria-hidden /> },
}

/** One reason of the proposal. One that a rule stands behind opens to the rule's words, its date and what it was computed from. */
export function Reason({ reason }: { readonly reason: api.ReasonView }): ReactNode {
  const { sentence } = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { tone, icon } = marks[reason.tone] ?? { tone: 'plain' as const, icon: null }
  const args = plain(reason.args)
  const defect: unknown = reason.args['code']
  const said = sentence(reason.key, args)
  const words = typeof defect === 'string' && defect !== '' ? `${said} · ${sentence(`catalog.defect.${defect}`)}` : said
  if (reason.rule === '') {
    return <li className={toneClass(tone)}><div className={classes.reason}>{icon}<span>{words}</span><span className={classes.source}>{sentence(reason.source, args)}</span></div></li>
  }
  const Chevron = open ? IconChevronUp : IconChevronDown
  return (
    <li className={toneClass(tone)}>
      <button type="button" className={classes.reason} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {icon}<span>{words}</span>
        <span className={classes.source}>{sentence(`policy.rule.${reason.rule}.title`)}<Chevron size={18} aria-hidden /></span>
      </button>
      {open && <div id={id}><Explained reason={reason} /></div>}
    </li>
  )
}

/** The rule in full: what it says, who says it, the date, and from what. */
function Explained({ reason: { rule, computed } }: { readonly reason: api.ReasonView }): ReactNode {
  const { t, sentence, format } = useText()
  return (
    <div className={classes.explained}>
      <p>{sentence(`policy.rule.${rule}.why`)}</p>
      <p>{sentence(`policy.rule.${rule}.source`)}</p>
      {computed && (
        <p>
          <strong>{t('decision.computed', { last: format.date(computed.last) })}</strong>{' '}
          {t('decision.from', {
            at: computed.event.precision === 'day' ? format.date(computed.event.at) : format.dateTime(computed.event.at),
            source: sentence(`decision.source.${computed.event.source || 'clock'}`),
            calendar: computed.calendar,
            version: computed.version,
          })}
        </p>
      )}
    </div>
  )
}
