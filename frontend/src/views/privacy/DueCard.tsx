import { IconEraser } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { privacyApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Confirm } from '../../ui/Confirm'
import { ErrorNotice } from '../../ui/ErrorNotice'
import classes from './Privacy.module.css'
import { useErasure } from './useErasure'

/** What is past the retention, and the one action that erases whom it names. */
export function DueCard({ view }: { readonly view: api.RetentionView }): ReactNode {
  const { t, format } = useText()
  const [asking, setAsking] = useState(false)
  const { give, busy, fault, dismiss } = useErasure<null>((command) => privacyApi.EraseDue(command, ''))
  const { past, buyers, before } = view
  const due = [past > 0 && t('privacy.due.title', { count: past }), buyers > 0 && t('privacy.due.buyers', { count: buyers })].filter((part) => part !== false)
  if (due.length === 0) {
    return <Card title={t('privacy.due.none')}><p className={classes.quiet}>{t('privacy.due.none_lead')}</p></Card>
  }
  return (
    <Card title={due.join(' · ')}>
      <div className={classes.due}>
        <p className={classes.quiet}>{t('privacy.due.lead', { date: format.date(before) })}</p>
        <Button icon={<IconEraser size={22} stroke={1.6} aria-hidden />} onPress={() => setAsking(true)}>{t('privacy.due.go')}</Button>
      </div>
      {asking && (
        <Confirm
          title={t('privacy.due.confirm')}
          action={t('privacy.erase.go')}
          danger
          busy={busy}
          onConfirm={() => void give(null).then((done) => { if (done) setAsking(false) })}
          onCancel={() => setAsking(false)}
        >
          {fault && <ErrorNotice error={fault} onClose={dismiss} />}
          <p className={classes.lead}>{due.join(' · ')}</p>
          <p>{t('privacy.due.what')}</p>
          <p className={classes.backups}>{t('privacy.erase.backups')} <strong>{t('privacy.erase.final')}</strong></p>
        </Confirm>
      )}
    </Card>
  )
}
