import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Identifier } from '../../../ui/Identifier'
import classes from './Triage.module.css'

/** The ways to find out when the device was delivered. */
export function FindDelivery({ view: { wayOut } }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const { tracking, carrier, url, orderRef } = wayOut
  return (
    <div className={classes.find}>
      <strong>{t('triage.find.title')}</strong>
      {tracking !== '' && (
        <span>
          {t('triage.find.tracking', { carrier })} <Identifier value={tracking} />{' '}
          {url !== '' && <a href={url} target="_blank" rel="noreferrer">{t('triage.find.tracking_open')}</a>}
        </span>
      )}
      {orderRef !== '' && <span>{t('triage.find.order')} <Identifier value={orderRef} /></span>}
      <span>{t('triage.find.ask_quote', { words: t('triage.find.ask_words') })}</span>
    </div>
  )
}
