import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Chips } from '../../../ui/Chips'
import { FaultText } from '../../../ui/FaultText'
import { useStepScan } from '../stepScans'
import { useCaseCommand } from '../useCaseCommand'
import { play } from '../../../sound/sound'
import classes from './Decision.module.css'
import { Digits } from './Digits'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { UnitFacts } from './UnitFacts'
import { useDecision } from './useDecision'

/** How many matching units are offered by a digit each. */
const quick = 5

/** The unit that the customer gets: the one that is kept for them, another of the stock, or one that is scanned. */
export function ExchangeForm({ view, proposal, onBack, scanned }: FormProps): ReactNode {
  const { t, sentence } = useText()
  const [typed, setTyped] = useState(scanned ?? '')
  const reserve = useCaseCommand((command, form: api.ReserveForm) => casesApi.ReserveReplacement(command, view.id, form))
  const decision = useDecision<{ unit: string }>((command, form) => casesApi.DecideExchange(command, view.id, form))
  const { replacement } = view
  const keep = (form: Pick<api.ReserveForm, 'unit' | 'code'>): void =>
    void reserve.give({ ...form, override: decision.override, pin: '' }).then((kept) => {
      play(kept ? 'done' : 'refused')
      if (kept) setTyped('')
    })
  useStepScan('unit', ({ text }) => keep({ unit: '', code: text }))
  const keepScanned = useEffectEvent(() => { if (scanned !== undefined) keep({ unit: '', code: scanned }) })
  useEffect(() => keepScanned(), [])
  const others = proposal.units.slice(0, quick)
  const against = proposal.outcome !== 'exchange'
  // A unit that differs from what was sold wants a reason, though the outcome is the one proposed.
  const differs = reserve.fault !== null && reserve.fault.field === 'reason'
  return (
    <OutcomeForm
      view={view}
      decision={{ ...decision, fault: decision.fault ?? (differs ? reserve.fault : null) }}
      title={sentence('policy.outcome.exchange')}
      action={t('decision.exchange_go')}
      against={against || differs}
      missing={!replacement ? t('decision.unit_choose') : undefined}
      fields={['unit']}
      onDecide={() => void decision.give({ unit: replacement?.unit ?? '' })}
      onBack={onBack}
    >
      {replacement && <UnitFacts unit={replacement} title={t('decision.unit_kept')} />}
      {others.length > 0 && (
        <>
          <Chips label={replacement ? t('decision.unit_another') : t('decision.unit_which')} chips={others.map((unit, i) => ({ id: unit.id, label: labelOf(unit, sentence), combo: String(i + 1) }))} chosen="" onChoose={(unit) => keep({ unit, code: '' })} />
          <Digits acts={others.map(({ id }) => () => keep({ unit: id, code: '' }))} />
        </>
      )}
      {others.length === 0 && !replacement && <p className={classes.notice}>{t('decision.unit_none')}</p>}
      <TextInput
        label={t('decision.unit_scan')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && typed.trim() !== '') keep({ unit: '', code: typed }) }}
        error={reserve.fault && !differs && <FaultText fault={reserve.fault} />}
        autoComplete="off"
        spellCheck={false}
      />
    </OutcomeForm>
  )
}

function labelOf({ title, grade, bin, imei, serial }: api.MatchView, sentence: (key: string) => string): string {
  return [title, grade === '' ? '' : sentence(`case.grade.${grade}`), (imei || serial).slice(-4), bin].filter(Boolean).join(' · ')
}
