import { useCallback, useRef, useState, type ReactNode } from 'react'
import { peopleApi } from '../../api/api'
import { toFault, type Fault } from '../../api/fault'
import { lacksRight, PinContext, type AskPin } from '../../api/pin'
import { useBootstrap } from '../../api/reads'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { useToast } from '../../ui/Toasts'
import { PinDialog } from '../settings/PinDialog'

interface Question {
  readonly commandId: string
  readonly why: Fault
  readonly answer: (given: boolean) => void
}

/**
 * Asks for a PIN above whatever the screen shows, whenever the station wants one
 * for a command. It may be that of somebody beside the operator: the command is
 * then theirs, and it is said.
 */
export function PinGate({ children }: { readonly children: ReactNode }): ReactNode {
  const [question, setQuestion] = useState<Question | null>(null)
  const open = useRef<Question | null>(null)
  const ask = useCallback<AskPin>((commandId, why) => new Promise((resolve) => {
    open.current?.answer(false) // One question at a time: the latest command is the one that counts.
    const asked: Question = {
      commandId,
      why,
      answer: (given) => {
        if (open.current === asked) {
          open.current = null
          setQuestion(null)
        }
        resolve(given)
      },
    }
    open.current = asked
    setQuestion(asked)
  }), [])
  return (
    <PinContext value={ask}>
      {children}
      {question && <PinQuestion key={`${question.commandId} ${question.why.key}`} question={question} />}
    </PinContext>
  )
}

function PinQuestion({ question }: { readonly question: Question }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const present = useBootstrap().data?.operator
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(lacksRight(question.why) ? question.why : null)
  const give = (pin: string): void => {
    setBusy(true)
    peopleApi.GivePIN(question.commandId, pin).then(
      ({ operator }) => {
        if (operator.id !== present?.id) tell(t('people.pin.by', { name: operator.name }))
        question.answer(true)
      },
      (thrown: unknown) => {
        play('refused')
        setFault(toFault(thrown))
        setBusy(false)
      },
    )
  }
  const own = question.why.key === 'errors_station.pin.needed' && present && present.id !== ''
  return (
    <PinDialog
      title={t('people.pin.title')}
      action={t('people.pin.go')}
      label={own ? t('people.pin.own', { name: present.name }) : t('people.pin.of')}
      fault={fault}
      busy={busy}
      onPin={give}
      onClose={() => question.answer(false)}
    >
      {!own && !lacksRight(question.why) && <p>{sentence(question.why.key)}</p>}
      <p>{t('people.pin.why')}</p>
    </PinDialog>
  )
}
