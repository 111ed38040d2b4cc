import { Textarea } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Chips } from '../../../ui/Chips'
import { FaultText } from '../../../ui/FaultText'
import { useAim, usePhotoDesk } from '../PhotoDesk'
import classes from './Decision.module.css'
import { Digits } from './Digits'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { useDecision } from './useDecision'

/** A refusal: its reason, its words for the customer, and the photos that it must rest on. */
export function RefusalForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, sentence } = useText()
  const { take } = usePhotoDesk()
  const first = proposal.refusals.find(({ fits }) => fits)
  const [code, setCode] = useState(first?.code ?? '')
  const [words, setWords] = useState(first?.words ?? '')
  const decision = useDecision<Pick<api.RefusalForm, 'code' | 'text'>>((command, form) => casesApi.DecideRefuse(command, view.id, form))
  const views = proposal.againstViews.filter((needed) => !view.evidence.some((one) => one.view === needed || one.check === needed))
  const [next] = views
  useAim(next === undefined ? null : { check: '', view: next })
  const choose = (chosen: string): void => {
    const ready = proposal.refusals.find((one) => one.code === code)?.words ?? ''
    setCode(chosen)
    // Words that somebody changed are theirs; another reason does not take them away.
    if (words === ready || words.trim() === '') setWords(proposal.refusals.find((one) => one.code === chosen)?.words ?? '')
  }
  const missing = code === '' ? t('decision.refusal_choose') : words.trim() === '' ? t('decision.refusal_write') : next !== undefined ? t('case.stop.missing') : undefined
  const { fault } = decision
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={sentence('policy.outcome.refuse')}
      lead={proposal.alone ? t('decision.refuse_alone') : t('decision.refuse_second')}
      action={t('decision.refuse_go')}
      danger
      against={proposal.outcome !== 'refuse'}
      missing={missing}
      fields={['code', 'text', 'photos']}
      onDecide={() => void decision.give({ code, text: words })}
      onBack={onBack}
    >
      <Chips label={t('decision.refusal_code')} hidden chips={proposal.refusals.map((one, i) => ({ id: one.code, label: sentence(`catalog.refusal.${one.code}.label`), combo: String(i + 1) }))} chosen={code} error={fault?.field === 'code' ? <FaultText fault={fault} /> : undefined} onChoose={choose} />
      <Digits acts={proposal.refusals.map((one) => () => choose(one.code))} />
      <Textarea label={t('decision.refusal_words')} value={words} onChange={(event) => setWords(event.currentTarget.value)} error={fault?.field === 'text' && <FaultText fault={fault} />} minRows={4} maxRows={9} autosize />
      {next !== undefined && (
        <div className={classes.photos}>
          <p>{t('decision.photos_missing', { count: views.length, views: views.map((needed) => sentence(`catalog.view.${needed}`)).join(', ') })}</p>
          <Button icon={<IconCamera size={22} stroke={1.6} aria-hidden />} onPress={() => take({ check: '', view: next })}>{t('case.stop.take', { view: sentence(`catalog.view.${next}`) })}</Button>
        </div>
      )}
      {fault?.field === 'photos' && <p role="alert" className={classes.error}><FaultText fault={fault} /></p>}
    </OutcomeForm>
  )
}
