import { IconNotes } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { NotesDialog } from './NotesDialog'

/** The notes of a case and how many there are; the key opens them to write one. */
export function NotesButton({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const count = view.notes.length
  return (
    <>
      <Button look="quiet" icon={<IconNotes size={22} stroke={1.6} aria-hidden />} shortcut="Ctrl+M" onPress={() => setOpen(true)}>
        {count === 0 ? t('people.notes.title') : t('people.notes.open', { count })}
      </Button>
      {open && <NotesDialog view={view} onClose={() => setOpen(false)} />}
    </>
  )
}
