import { IconCopy, IconExternalLink, IconFileText, IconPrinter } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DocumentFrame } from '../../ui/DocumentFrame'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { plain } from './ribbonOf'
import classes from './execution/Execution.module.css'
import { useCaseCommand } from './useCaseCommand'

/** The papers of a case. */
export function Documents({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  return (
    <section className={classes.section}>
      <h2>{t('case.documents.title')}</h2>
      {view.documents.length === 0 && <p className={classes.none}>{t('case.documents.none')}</p>}
      {view.documents.map((document) => <DocumentLine key={document.id} document={document} caseId={view.id} />)}
    </section>
  )
}

/** One document: its state, and looking at it, printing it, or having it made again. */
export function DocumentLine({ document, caseId }: { readonly document: api.DocumentView; readonly caseId: string }): ReactNode {
  const { t, sentence, format } = useText()
  const [copy, setCopy] = useState<number | null>(null)
  const retry = useCaseCommand((_command, id: string) => casesApi.RetryDocument(caseId, id))
  const { id, kind, number, state, issuedAt, copies, error, url } = document
  const note = [
    number,
    state === 'ready' ? issuedAt !== '' && format.dateTime(issuedAt) : sentence(state === 'erased' ? 'privacy.erased_document' : `case.document.${state}`),
    copies > 0 && t('case.document.copies', { count: copies }),
  ]
  return (
    <div className={classes.line}>
      <div className={classes.title}>
        {sentence(`case.document.${kind}`)}
        <span className={classes.note}>{note.filter(Boolean).join(' · ')}</span>
        {error && <span className={classes.error}>{sentence(error.key, plain(error.args))}</span>}
        {retry.fault && <span className={classes.error}>{sentence(retry.fault.key, retry.fault.args)}</span>}
      </div>
      {state === 'failed' && <Button busy={retry.busy} onPress={() => void retry.give(id)}>{t('case.document.retry')}</Button>}
      {url !== '' && <Button icon={<IconFileText size={22} stroke={1.6} aria-hidden />} onPress={() => setCopy(0)}>{t('case.document.see')}</Button>}
      {copy !== null && <Viewer document={document} copy={copy} onCopy={setCopy} onClose={() => setCopy(null)} />}
    </div>
  )
}

/** A document as it is, with what can be done with it. The copies of a numbered one are counted and marked. */
function Viewer({ document, copy, onCopy, onClose }: {
  readonly document: api.DocumentView
  /** 0 is the original. */
  readonly copy: number
  readonly onCopy: (copy: number) => void
  readonly onClose: () => void
}): ReactNode {
  const { t, sentence } = useText()
  const holder = useRef<HTMLDivElement>(null)
  const { give, busy, fault, dismiss } = useCaseCommand((command, id: string) => casesApi.Reprint(command, id))
  const name = [sentence(`case.document.${document.kind}`), document.number, copy > 0 && t('case.document.copy', { number: copy })].filter(Boolean).join(' · ')
  const address = copy > 0 ? `${document.url}?copy=${copy}` : document.url
  const print = (): void => holder.current?.querySelector('iframe')?.contentWindow?.print()
  const reprint = (): void =>
    void give(document.id).then((view) => {
      const copies = view?.documents.find(({ id }) => id === document.id)?.copies
      if (copies !== undefined) onCopy(copies)
    })
  return (
    <Dialog
      title={name}
      size={1000}
      onClose={onClose}
      actions={
        <>
          <a className={classes.open} href={address} target="_blank" rel="noreferrer"><IconExternalLink size={18} aria-hidden /> {t('case.document.open')}</a>
          {document.numbered && <Button busy={busy} icon={<IconCopy size={22} stroke={1.6} aria-hidden />} onPress={reprint}>{t('case.document.reprint')}</Button>}
          <Button onPress={onClose} shortcut="Escape">{t('case.document.close')}</Button>
          <Button look="go" shortcut="F9" autoFocus icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={print}>{t('case.document.print')}</Button>
        </>
      }
    >
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
      <div ref={holder} className={classes.frame}><DocumentFrame name={name} address={address} /></div>
    </Dialog>
  )
}
