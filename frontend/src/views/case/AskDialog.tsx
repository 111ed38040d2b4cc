import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Chips, type Chip } from '../../ui/Chips'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FaultText } from '../../ui/FaultText'

/** What a person answered; '' for what was not asked. */
export interface Given {
  readonly code: string
  readonly words: string
  readonly pin: string
  readonly date: string
}

export interface Asked {
  readonly title: string
  readonly lead?: ReactNode
  /** What the button does, in a verb and its object. */
  readonly action: string
  readonly danger?: boolean
  readonly choices?: { readonly label: string; readonly chips: readonly Chip[]; readonly initial?: string }
  /** A code that is scanned or typed; it is answered as the choice would be. */
  readonly code?: { readonly label: string }
  readonly words?: { readonly label: string; readonly long?: boolean; readonly initial?: string; readonly optional?: boolean }
  readonly date?: { readonly label: string; readonly type: 'date' | 'datetime-local'; readonly optional?: boolean; readonly initial?: string }
  readonly pin?: boolean
}

/** What must still be answered, in the order of the dialog. */
export function missingOf({ choices, code, date, words }: Pick<Asked, 'choices' | 'code' | 'date' | 'words'>, given: Given): 'choose' | 'date' | 'write' | undefined {
  if ((choices ?? code) && given.code.trim() === '') return 'choose'
  if (date && date.optional !== true && given.date === '') return 'date'
  return words && words.optional !== true && given.words.trim() === '' ? 'write' : undefined
}

/** Under which name the station refuses each thing that is asked. */
const fields = {
  code: ['code', 'which', 'refunded'],
  words: ['reason', 'text', 'seen'],
  date: ['at', 'moment', 'arrived', 'reviewAt'],
  pin: ['pin'],
} as const satisfies Record<keyof Given, readonly string[]>

/**
 * Asks for what a command needs of a person: a choice, words, a date, the
 * manager's PIN. A refusal stands beside what it is about, and nothing typed is lost.
 */
export function AskDialog({ asked, busy, fault, onGive, onClose }: {
  readonly asked: Asked
  readonly busy: boolean
  readonly fault: Fault | null
  readonly onGive: (given: Given) => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useText()
  const { choices, code, words, date, pin = false } = asked
  const [given, setGiven] = useState<Given>({ code: choices?.initial ?? '', words: words?.initial ?? '', date: date?.initial ?? '', pin: '' })
  const set = (part: Partial<Given>): void => setGiven((before) => ({ ...before, ...part }))
  const shown: Readonly<Record<keyof Given, boolean>> = { code: !!(choices ?? code), words: !!words, date: !!date, pin }
  const at = (Object.keys(fields) as (keyof Given)[]).find((name) => shown[name] && (fields[name] as readonly string[]).includes(fault?.field ?? ''))
  const errorOf = (name: keyof Given): ReactNode => (fault && at === name ? <FaultText fault={fault} /> : undefined)
  const missing = missingOf(asked, given)
  const give = (): void => {
    if (missing === undefined && !busy) onGive(given)
  }
  const onEnter = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') give()
  }
  return (
    <Dialog
      title={asked.title}
      onClose={onClose}
      size={640}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look={asked.danger === true ? 'danger' : 'go'} shortcut="F9" onPress={give} busy={busy} disabledReason={missing === undefined ? undefined : t(`case.form.${missing}`)}>{asked.action}</Button>
        </>
      }
    >
      {asked.lead !== undefined && <p>{asked.lead}</p>}
      {choices && <Chips label={choices.label} chips={choices.chips} chosen={given.code} error={errorOf('code')} onChoose={(code) => set({ code })} />}
      {code && <TextInput label={code.label} value={given.code} onChange={(event) => set({ code: event.currentTarget.value })} onKeyDown={onEnter} error={errorOf('code')} autoComplete="off" spellCheck={false} data-autofocus />}
      {date && <TextInput type={date.type} label={date.label} value={given.date} onChange={(event) => set({ date: event.currentTarget.value })} onKeyDown={onEnter} error={errorOf('date')} data-autofocus={!choices || undefined} />}
      {words && words.long === true && <Textarea label={words.label} value={given.words} onChange={(event) => set({ words: event.currentTarget.value })} error={errorOf('words')} minRows={4} autosize data-autofocus={!choices || undefined} />}
      {words && words.long !== true && <TextInput label={words.label} value={given.words} onChange={(event) => set({ words: event.currentTarget.value })} onKeyDown={onEnter} error={errorOf('words')} data-autofocus={(!choices && !date) || undefined} autoComplete="off" />}
      {pin && <PasswordInput label={t('case.form.pin')} value={given.pin} onChange={(event) => set({ pin: event.currentTarget.value })} onKeyDown={onEnter} error={errorOf('pin')} inputMode="numeric" autoComplete="off" />}
      {fault && at === undefined && <ErrorNotice error={fault} />}
    </Dialog>
  )
}
