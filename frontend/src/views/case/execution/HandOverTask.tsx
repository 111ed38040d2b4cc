import { TextInput } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { classify, type Code } from '../../../scan/classify'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Chips } from '../../../ui/Chips'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { FaultText } from '../../../ui/FaultText'
import { StepFoot } from '../StepFoot'
import { useStepScan } from '../stepScans'
import { can } from '../steps'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Execution.module.css'

const carriers = ['colissimo', 'chronopost', 'ups', 'dhl', 'dpd', 'gls'] as const

/** The carrier that a label's number says, by the code that the station keeps. */
function carrierOf({ carrier = '' }: Code): string {
  const code = carrier.toLowerCase()
  return carriers.find((one) => one === code) ?? ''
}

/** The parcel leaves: one scan of its label, or over the counter. */
export function HandOverTask({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [tracking, setTracking] = useState('')
  const [carrier, setCarrier] = useState('')
  const { give, busy, fault, dismiss } = useCaseCommand((command, form: api.HandOverForm) => casesApi.HandOver(command, view.id, form))
  const unpack = useCaseCommand<null>((command) => casesApi.Unpack(command, view.id))
  const hand = (form: api.HandOverForm): void =>
    void give(form).then((done) => {
      play(done ? 'done' : 'refused')
      if (!done) setTracking(form.tracking)
    })
  const leave = (code: Code): void => hand({ carrier: carrier || carrierOf(code), tracking: code.text, counter: false })
  useStepScan('ship', leave)
  const missing = tracking.trim() === '' ? t('decision.tracking_missing') : undefined
  const refused = fault ?? unpack.fault
  const atField = fault?.field === 'tracking'
  return (
    <>
      <Card className={classes.task}>
        <h2 className={classes.taskTitle}><IconTruckDelivery size={28} stroke={1.6} aria-hidden />{t('decision.hand_over')}</h2>
        <p>{t('decision.hand_over_how')}</p>
        <Chips label={t('decision.carrier')} chips={carriers.map((id) => ({ id, label: names[id] }))} chosen={carrier} onChoose={setCarrier} />
        <TextInput
          label={t('decision.tracking')}
          value={tracking}
          onChange={(event) => { setTracking(event.currentTarget.value); dismiss() }}
          onKeyDown={(event) => { if (event.key === 'Enter' && missing === undefined) leave(classify(tracking)) }}
          error={atField && <FaultText fault={fault} />}
          autoComplete="off"
          spellCheck={false}
        />
        {refused && !atField && <ErrorNotice error={refused} onClose={() => { dismiss(); unpack.dismiss() }} />}
      </Card>
      <StepFoot
        view={view}
        end={
          <>
            {can(view, 'Unpack') && <Button busy={unpack.busy} onPress={() => void unpack.give(null)}>{t('decision.unpack')}</Button>}
            <Button onPress={() => hand({ carrier: '', tracking: '', counter: true })}>{t('decision.counter')}</Button>
            <Button look="go" shortcut="F9" busy={busy} disabledReason={missing} onPress={() => leave(classify(tracking))}>{t('decision.hand_over_go')}</Button>
          </>
        }
      />
    </>
  )
}

/** Carriers are called by their own names in every language. */
const names: Readonly<Record<(typeof carriers)[number], string>> = {
  colissimo: 'Colissimo', chronopost: 'Chronopost', ups: 'UPS', dhl: 'DHL', dpd: 'DPD', gls: 'GLS',
}
