import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { api } from '../../../api/api'
import type { Fault } from '../../../api/fault'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Chips, type Chip } from '../../../ui/Chips'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'

interface Draft {
  readonly title: string
  readonly lead: string
  readonly words: string
  readonly action: string
  readonly danger?: boolean
  /** What the message is about, where it can be about several things. */
  readonly choices?: { readonly label: string; readonly chips: readonly Chip[]; readonly initial: string }
  /** The words that are ready, by choice; '' where there is no choice. */
  readonly ready: (choice: string) => string
}

/** A message that is ready: a person reads it, changes it if need be, and sends it with one key. */
export function DraftDialog({ draft, busy, fault, onSend, onClose }: {
  readonly draft: Draft
  readonly busy: boolean
  readonly fault: Fault | null
  readonly onSend: (choice: string, words: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useText()
  const { choices, ready } = draft
  const [choice, setChoice] = useState(choices?.initial ?? '')
  const [words, setWords] = useState(() => ready(choices?.initial ?? ''))
  const choose = (next: string): void => {
    if (words === ready(choice) || words === '') setWords(ready(next)) // What somebody wrote themselves is kept.
    setChoice(next)
  }
  const missing = choices && choice === '' ? t('case.form.choose') : words.trim() === '' ? t('case.form.write') : undefined
  const atWords = fault !== null && ['reason', 'text'].includes(fault.field)
  return (
    <Dialog
      title={draft.title}
      size={720}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look={draft.danger === true ? 'danger' : 'go'} shortcut="F9" busy={busy} disabledReason={missing} onPress={() => onSend(choice, words)}>{draft.action}</Button>
        </>
      }
    >
      <p>{draft.lead}</p>
      {choices && <Chips label={choices.label} chips={choices.chips} chosen={choice} onChoose={choose} />}
      <Textarea label={draft.words} value={words} onChange={(event) => setWords(event.currentTarget.value)} error={atWords ? <FaultText fault={fault} /> : undefined} minRows={4} autosize data-autofocus />
      {fault && !atWords && <ErrorNotice error={fault} />}
    </Dialog>
  )
}

/** The words that are ready for a message of the case. */
export function draftOf({ triage }: Pick<api.CaseView, 'triage'>, what: string): string {
  return triage?.drafts.find((draft) => draft.for === what)?.text ?? ''
}
