import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { Facts, type Fact } from './Facts'
import classes from './RuleDialog.module.css'

/** A date of the rules with what it was computed from. */
export interface Computed {
  readonly version: string
  /** First instant that is too late. */
  readonly at: string
  /** Last civil day in time. */
  readonly last: string
  readonly event: { readonly at: string; readonly zone: string; readonly precision: string; readonly source: string }
  readonly calendar: string
}

/** A rule in full: what it says, where it comes from, the date that it gives here and from what. */
export function RuleDialog({ rule, computed, onClose }: {
  readonly rule: string
  readonly computed?: Computed | null | undefined
  readonly onClose: () => void
}): ReactNode {
  const { t, sentence } = useText()
  const facts = useComputed(computed)
  return (
    <Dialog
      title={sentence(`policy.rule.${rule}.title`)}
      size={640}
      onClose={onClose}
      actions={
        <>
          <a className={classes.all} href="#/settings/rules">{t('triage.rule.all')}</a>
          <Button look="go" shortcut="Enter" onPress={onClose}>{t('triage.rule.close')}</Button>
        </>
      }
    >
      <p className={classes.why}>{sentence(`policy.rule.${rule}.why`)}</p>
      <Facts facts={[{ term: t('triage.rule.source'), value: sentence(`policy.rule.${rule}.source`) }, ...facts]} />
      {facts.length === 0 && <p className={classes.none}>{t('triage.rule.no_date')}</p>}
    </Dialog>
  )
}

function useComputed(computed: Computed | null | undefined): Fact[] {
  const { t, sentence, format } = useText()
  if (!computed) return []
  const { event, last, at, version, calendar } = computed
  const source = sentence(`triage.source.${event.source === '' ? 'unknown' : event.source}`)
  const from = event.precision === 'day' ? format.date(event.at) : format.dateTime(event.at)
  const midnight = format.time(at) === '00:00'
  return [
    { term: t('triage.rule.from'), value: `${from} · ${source}` },
    { term: t('triage.rule.last'), value: <strong>{format.date(last)}</strong> },
    ...(midnight ? [] : [{ term: t('triage.rule.until'), value: format.dateTime(at) }]),
    { term: t('triage.rule.calendar'), value: sentence(`policy.value.calendar.${calendar === '' ? 'place' : calendar}`) },
    { term: t('triage.rule.version'), value: version },
  ]
}
