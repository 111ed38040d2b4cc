import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { useToast } from '../../../ui/Toasts'
import { choiceOf } from '../decision/outcomes'
import { useCaseCommand } from '../useCaseCommand'
import { DraftDialog, draftOf } from './DraftDialog'

/** A message that opens to be read and sent. */
export interface Message {
  readonly open: () => void
  readonly dialog: ReactNode
}

type Draft = Parameters<typeof DraftDialog>[0]['draft']

function useMessage(draft: Draft, run: (command: string, said: { choice: string; words: string }) => Promise<api.CaseView>, done: string): Message {
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand(run)
  const send = (choice: string, words: string): void =>
    void give({ choice, words }).then((view) => {
      play(view ? 'done' : 'refused')
      if (!view) return
      setOpen(false)
      tell(done)
    })
  const close = (): void => {
    dismiss()
    setOpen(false)
  }
  return { open: () => setOpen(true), dialog: open && <DraftDialog draft={draft} busy={busy} fault={fault} onSend={send} onClose={close} /> }
}

/** Asks the customer to show the defect. */
export function useAskProof(view: api.CaseView): Message {
  const { t } = useText()
  return useMessage(
    { title: t('triage.ask_proof.title'), lead: t('triage.ask_proof.lead'), words: t('triage.ask_proof.words'), action: t('triage.ask_proof.go'), ready: () => draftOf(view, 'ask_proof') },
    (command, { words }) => casesApi.AskProof(command, view.id, { state: '', text: words }),
    t('triage.ask_proof.done'),
  )
}

/** Says no, with the other path that is open to the customer in the words that are ready. */
export function useDecline(view: api.CaseView): Message {
  const { t, sentence } = useText()
  const { decline = '', codes = [] } = view.triage ?? {}
  const lead = decline === '' ? t('triage.decline.lead') : `${t('triage.decline.lead')} ${t('triage.decline.other')}`
  return useMessage(
    {
      title: t('triage.decline.title'), lead, words: t('triage.decline.words'), action: t('triage.decline.go'), danger: true,
      choices: { label: t('triage.decline.why'), chips: codes.map((id) => ({ id, label: sentence(`case.decline.code.${id}`) })), initial: decline },
      ready: (code) => draftOf(view, `decline.${code}`),
    },
    (command, { choice, words }) => casesApi.Decline(command, view.id, { code: choice, reason: words, pin: '' }),
    t('triage.decline.done'),
  )
}

/** Puts a choice to the customer; the case then waits for their answer. */
export function useAskChoice(view: api.CaseView, choice?: string): Message {
  const { t, sentence } = useText()
  const initial = choice ?? (view.proposal ? choiceOf(view.proposal) : '')
  return useMessage(
    {
      title: t('triage.ask.title'), lead: t('triage.ask.lead'), words: t('triage.ask.words'), action: t('triage.ask.go'),
      choices: { label: t('triage.ask.which'), chips: (view.triage?.choices ?? []).map((id) => ({ id, label: sentence(`triage.choice.${id}`) })), initial },
      ready: (which) => draftOf(view, `ask.${which}`),
    },
    (command, { choice: which, words }) => casesApi.AskCustomer(command, view.id, { choice: which, text: words }),
    t('triage.ask.done'),
  )
}
