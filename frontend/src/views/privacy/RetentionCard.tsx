import { useState, type ReactNode } from 'react'
import { privacyApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { useToast } from '../../ui/Toasts'
import classes from './Privacy.module.css'

/** A whole number as it was typed; 0, which the station refuses, for anything else. */
const whole = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0)

/** How long customers are kept after their case, and numbered documents after their year. */
export function RetentionCard({ view }: { readonly view: api.RetentionView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [months, setMonths] = useState(String(view.months))
  const [years, setYears] = useState(String(view.documentYears))
  const { give, busy, fault } = useCommand<api.RetentionForm, api.RetentionView>(
    (command, form) => privacyApi.SaveRetention(command, form, ''),
    (saved, queries) => {
      queries.setQueryData(keys.retention, saved)
      tell(t('settings.saved'))
    },
  )
  return (
    <Card title={t('privacy.retention.title')}>
      <p className={classes.lead}>{t('privacy.retention.lead')}</p>
      <Form fault={fault} fields={['months', 'documentYears']}>
        <Field label={t('privacy.retention.months')} note={t('privacy.retention.months_note')} value={months} onChange={setMonths} field="months" fault={fault} />
        <Field label={t('privacy.retention.years')} note={t('privacy.retention.years_note')} value={years} onChange={setYears} field="documentYears" fault={fault} />
      </Form>
      <div className={classes.actions}>
        <Button look="go" shortcut="F9" busy={busy} onPress={() => void give({ months: whole(months), documentYears: whole(years) })}>{t('settings.save')}</Button>
      </div>
    </Card>
  )
}
