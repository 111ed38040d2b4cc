import type { ReactNode } from 'react'
import { go } from '../../app/route'
import { privacyApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Confirm } from '../../ui/Confirm'
import { ErrorNotice } from '../../ui/ErrorNotice'
import classes from './Privacy.module.css'
import { useErasure } from './useErasure'

/** Says what goes and what stays before a person is erased for good. */
export function EraseDialog({ view, name, onClose }: { readonly view: api.PersonView; readonly name: string; readonly onClose: () => void }): ReactNode {
  const { t, sentence, format } = useText()
  const { give, busy, fault, dismiss } = useErasure((command, id: string) => privacyApi.Erase(command, id, ''))
  const { texts, messages, files, documents, kept } = view
  const erase = (): void => void give(view.case).then((done) => {
    if (done) go({ screen: 'settings', section: 'privacy' })
  })
  return (
    <Confirm title={t('privacy.erase.title', { name })} action={t('privacy.erase.go')} danger busy={busy} onConfirm={erase} onCancel={onClose}>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <div className={classes.fate}>
        <section>
          <h3>{t('privacy.erase.goes')}</h3>
          <ul>
            <li>{t('privacy.erase.goes_identity')}</li>
            {texts + messages > 0 && <li>{t('privacy.erase.goes_words', { count: texts + messages })}</li>}
            {files > 0 && <li>{t('privacy.erase.goes_files', { count: files })}</li>}
            {documents > 0 && <li>{t('privacy.erase.goes_documents', { count: documents })}</li>}
          </ul>
        </section>
        <section>
          <h3>{t('privacy.erase.stays')}</h3>
          <ul>
            {kept.map(({ number, kind, until }) => (
              <li key={number}>{t('privacy.erase.stays_document', { kind: sentence(`privacy.kind.${kind}`), number, date: format.date(until) })}</li>
            ))}
            <li>{t('privacy.erase.stays_journal')}</li>
          </ul>
          {kept.length > 0 && <p className={classes.note}>{t('privacy.erase.stays_why')}</p>}
        </section>
      </div>
      <p className={classes.backups}>{t('privacy.erase.backups')} <strong>{t('privacy.erase.final')}</strong></p>
    </Confirm>
  )
}
