import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Pill } from '../../ui/Pill'
import type { Tone } from '../../ui/tone'
import { inOrder } from './checks'
import classes from './ChecksStep.module.css'

const tones: Readonly<Record<string, Tone>> = { ok: 'ok', ko: 'late' }

/** The checks as they were answered. */
export function ChecksDone({ view: { inspection } }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  if (!inspection) return <Card><Empty title={t('case.checks.none')} /></Card>
  const stopped = inspection.blocking !== '' && t('case.checks.stopped', { finding: sentence(`catalog.defect.${inspection.blocking}`) })
  const meta = [
    inspection.completedAt !== '' && t('case.checks.done_at', { at: format.dateTime(inspection.completedAt) }),
    t('case.checks.profile', { version: inspection.version }),
    inspection.revision > 1 && t('case.checks.revision', { count: inspection.revision }),
  ]
  return (
    <Card title={t('case.step.checks')}>
      <p className={classes.meta}>{meta.filter(Boolean).join(' · ')}</p>
      {stopped !== false && <p><Pill tone="late">{stopped}</Pill></p>}
      <ul className={classes.done}>
        {inOrder(inspection.checks).filter(({ answer }) => answer !== '').map(({ code, type, answer, defect, value, unit, reason }) => (
          <li key={code} className={classes.line}>
            <span>
              {sentence(`catalog.check.${code}.label`)}
              {(defect !== '' || reason !== '') && <span className={classes.defect}> {[defect !== '' && `${sentence(`catalog.defect.${defect}`)} (${defect})`, reason].filter(Boolean).join(' · ')}</span>}
            </span>
            <Pill tone={tones[answer] ?? 'plain'}>
              {type === 'enum' && value !== '' ? sentence(`catalog.option.${value}`) : value !== '' ? `${value} ${unit === '' ? '' : sentence(`catalog.unit.${unit}`)}` : sentence(`case.checks.answer.${answer}`)}
            </Pill>
          </li>
        ))}
      </ul>
    </Card>
  )
}
