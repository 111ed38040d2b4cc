import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chips'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FaultText } from '../../ui/FaultText'
import { useToast } from '../../ui/Toasts'
import { useCaseCommand } from '../case/useCaseCommand'
import { NoteLine } from './NoteLine'
import classes from './Notes.module.css'

const blank: api.NoteForm = { text: '', promise: false, until: '' }

/** The notes of a case, the latest first, and the next one to write. */
export function NotesDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [form, setForm] = useState(blank)
  const set = (part: Partial<api.NoteForm>): void => setForm((before) => ({ ...before, ...part }))
  const { give, busy, fault, dismiss } = useCaseCommand((command, note: api.NoteForm) => casesApi.AddNote(command, view.id, note))
  const add = (): void => void give({ ...form, until: form.promise ? form.until : '' }).then((done) => {
    if (!done) return
    setForm(blank)
    tell(t('people.notes.added'))
  })
  const at = fault?.field ?? ''
  const notes = view.notes.toReversed()
  return (
    <Dialog
      title={t('people.notes.title')}
      size={720}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">{t('case.document.close')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={add} disabledReason={form.text.trim() === '' ? t('people.notes.write') : undefined}>{t('people.notes.add')}</Button>
        </>
      }
    >
      <p className={classes.lead}>{t('people.notes.lead')}</p>
      <Textarea label={t('people.notes.text')} value={form.text} onChange={(event) => set({ text: event.currentTarget.value })} error={fault && at === 'text' ? <FaultText fault={fault} /> : undefined} autosize minRows={2} maxRows={6} data-autofocus />
      <div className={classes.kind}>
        <Chips label={t('people.notes.kind')} chosen={form.promise ? 'promise' : 'note'} onChoose={(kind) => set({ promise: kind === 'promise' })}
          chips={(['note', 'promise'] as const).map((id) => ({ id, label: t(`people.notes.kind.${id}`) }))} />
        {form.promise && (
          <TextInput type="date" label={t('people.notes.until')} value={form.until} onChange={(event) => set({ until: event.currentTarget.value })} error={fault && at === 'until' ? <FaultText fault={fault} /> : undefined} />
        )}
      </div>
      {fault && at !== 'text' && at !== 'until' && <ErrorNotice error={fault} onClose={dismiss} />}
      {notes.length === 0 ? <p className={classes.lead}>{t('people.notes.none')}</p> : (
        <ul className={classes.notes}>{notes.map((note) => <NoteLine key={note.id} note={note} caseId={view.id} />)}</ul>
      )}
    </Dialog>
  )
}
