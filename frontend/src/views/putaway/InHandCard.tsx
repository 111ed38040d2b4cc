import { useState, type ReactNode } from 'react'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Identifier } from '../../ui/Identifier'
import { TriStateList, type Question } from '../../ui/TriState'
import { asked, openQuestion, type InHand } from './putAway'
import classes from './PutAway.module.css'

const answers = { wipe: ['done', 'not_needed', 'impossible'], grade: ['premium', 'excellent', 'good', 'fair'] } as const

/** The device or the bin in hand, with what is to be said before it is laid down. */
export function InHandCard({ hand, onAnswer }: { readonly hand: InHand; readonly onAnswer: (question: 'wipe' | 'grade', given: string) => void }): ReactNode {
  const { t, sentence } = useText()
  const { device, bin } = hand
  const questions: Question[] = asked(hand).map((id) => ({
    id,
    label: t(`stock.round.${id}`),
    answer: hand[id] || null,
    choices: answers[id].map((given) => ({ id: given, label: sentence(id === 'wipe' ? `stock.round.wipe.${given}` : `stock.grade.${given}`), tone: 'accent' })),
  }))
  const open = openQuestion(hand)
  const [chosen, setChosen] = useState<string | null>(null)
  const active = open ?? chosen ?? questions[0]?.id ?? null
  return (
    <Card padded={false} className={classes.hand}>
      <div className={classes.said}>
        <h2 className={classes.call}>{call(hand, open, t)}</h2>
        {device && <p className={classes.device}><Identifier value={device.code} strong /> {device.title}</p>}
        {device && (
          <p className={classes.note}>
            {device.row ? t('stock.round.proposed', { place: [sentence(`stock.place.${device.row.destination}`), device.row.into].filter(Boolean).join(' · ') }) : t('stock.round.not_listed')}
            {device.row?.customers === true && ` · ${t('stock.wipe.customers')}`}
          </p>
        )}
        {bin && device && <p className={classes.note}>{[bin.code, bin.words].filter(Boolean).join(' · ')}</p>}
      </div>
      {questions.length > 0 && <TriStateList questions={questions} active={active} onActive={setChosen} onAnswer={(id, given) => onAnswer(id as 'wipe' | 'grade', given)} dense />}
    </Card>
  )
}

function call({ device, bin }: InHand, open: string | null, t: ReturnType<typeof useText>['t']): string {
  if (!device) return bin ? t('stock.round.bin_first', { bin: bin.code }) : t('stock.round.lead')
  if (open !== null) return bin ? t('stock.round.answer_now', { bin: bin.code }) : t('stock.round.answer_first')
  return t('stock.round.device_first')
}
