import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText, type Text } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import classes from './Triage.module.css'
import { FindDelivery } from './FindDelivery'

/** Each moment that deadlines are counted from: when, by whose clock, how exactly, who knows it, who corrected it why. */
export function DateLines({ view, onCorrect }: { readonly view: api.CaseView; readonly onCorrect?: ((which: string) => void) | undefined }): ReactNode {
  const text = useText()
  const { t, sentence } = text
  return (
    <div>
      {view.dates.map((date) => (
        <div key={date.which} className={classes.date}>
          <div>
            <span className={classes.quiet}>{sentence(`triage.date.${date.which}`)}</span>
            {date.moment.at === '' ? <span className={classes.unknown}>{t('triage.date.unknown')}</span> : <strong>{whenOf(date.moment, text)}</strong>}
            <span className={classes.quiet}>{provenance(date, text)}</span>
            {date.correction && <span className={classes.quiet}>{correctionOf(date, text)}</span>}
          </div>
          {onCorrect && (
            <Button label={t(date.moment.at === '' ? 'triage.date.set_this' : 'triage.date.correct_this', { which: sentence(`triage.date.${date.which}`) })} onPress={() => onCorrect(date.which)}>
              {date.moment.at === '' ? t('triage.date.set') : t('triage.date.correct')}
            </Button>
          )}
        </div>
      ))}
      {view.dates.some(({ which, moment }) => which === 'delivery' && moment.at === '') && <FindDelivery view={view} />}
    </div>
  )
}

/** A moment as exactly as it is known. */
function whenOf({ at, precision }: api.Moment, { format }: Text): string {
  return precision === 'day' ? format.date(at) : format.dateTime(at)
}

function provenance({ moment, zone }: api.DateView, { t, sentence }: Text): string {
  if (moment.at === '') return t('triage.date.unknown_why')
  const exact = moment.precision === 'day' ? t('triage.date.day_only') : t('triage.date.instant')
  return [sentence(`triage.source.${moment.source === '' ? 'unknown' : moment.source}`), exact, t('triage.date.zone', { zone: moment.zone || zone })].join(' · ')
}

function correctionOf(date: api.DateView, text: Text): string {
  const { t, format } = text
  const at = format.dateTime(date.corrected)
  const who = date.by === '' ? t('triage.date.corrected_plain', { at }) : t('triage.date.corrected', { by: date.by, at })
  const was = date.was.at === '' ? t('triage.date.was_unknown') : t('triage.date.was', { was: whenOf(date.was, text) })
  return [who, date.reason, was].filter(Boolean).join(' · ')
}
