import { TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconEyeOff, IconHelp, IconScan } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { play } from '../../sound/sound'
import type { Code } from '../../scan/classify'
import { groupIdentifier } from '../../text/format'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FaultText } from '../../ui/FaultText'
import { Identifier } from '../../ui/Identifier'
import { names, toneClass, type Tone } from '../../ui/tone'
import { SoldElsewhere } from '../device/CaseDevice'
import classes from './IdentityStep.module.css'
import { asReading } from './reading'
import { StepFoot } from './StepFoot'
import { StopButton } from './StopButton'
import { useStepScan } from './stepScans'
import { can } from './steps'
import { useCaseCommand } from './useCaseCommand'

const states: Readonly<Record<string, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  match: { tone: 'ok', icon: <IconCheck size={28} aria-hidden /> },
  mismatch: { tone: 'late', icon: <IconAlertTriangle size={28} aria-hidden /> },
  unreadable: { tone: 'warn', icon: <IconEyeOff size={28} aria-hidden /> },
  sale_unknown: { tone: 'warn', icon: <IconHelp size={28} aria-hidden /> },
  unchecked: { tone: 'plain', icon: <IconScan size={28} aria-hidden /> },
}

/** The device in hand beside the one that was sold. A scan is the reading. */
export function IdentityStep({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const { sale, identity } = view
  const readable = view.stage === 'received' || can(view, 'ReadIdentity')
  const { tone, icon } = states[identity.state] ?? { tone: 'plain' as const, icon: null }
  const sold = (identity.imei === '' && identity.serial !== '' ? sale?.serial : sale?.imei) || (sale?.serial ?? '')
  const read = identity.imei || identity.serial
  return (
    <>
      <Card className={classes.card}>
        <div className={names(classes.state, tone === 'plain' ? classes.ask : toneClass(tone))} role="status">{icon}<h2>{read === '' && identity.state === 'unchecked' ? t('case.identity.ask') : sentence(`case.identity.state.${identity.state}`)}</h2></div>
        <dl className={classes.compare}>
          <dt>{t('case.identity.sold')}</dt>
          <dd>{sold === '' ? t('case.fact.unknown') : <Identifier value={sold} />}</dd>
          <dt>{t('case.identity.read')}</dt>
          <dd className={toneClass(tone)}>{read === '' ? <span className={classes.none}>—</span> : <Differing value={read} expected={identity.expected} />}</dd>
        </dl>
        <SoldElsewhere id={view.id} />
        {identity.state === 'mismatch' && <p>{t('case.identity.mismatch_do')}</p>}
        {readable && <Reading view={view} />}
      </Card>
      {!readable && <StepFoot view={view} />}
    </>
  )
}

/** A number with the digits marked that are not those expected. */
function Differing({ value, expected }: { readonly value: string; readonly expected: string }): ReactNode {
  if (expected.length !== value.length) return <Identifier value={value} />
  const sold = groupIdentifier(expected)
  return <span className={classes.differing}>{groupIdentifier(value).split('').map((character, i) => (character === sold.charAt(i) ? character : <mark key={i}>{character}</mark>))}</span>
}

function Reading({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [text, setText] = useState('')
  const [unsure, setUnsure] = useState('')
  const { give, busy, fault, dismiss } = useCaseCommand((command, form: api.IdentityForm) => casesApi.ReadIdentity(command, view.id, form))
  const read = (form: api.IdentityForm): void =>
    void give(form).then((answered) => {
      const matched = answered?.identity.state === 'match'
      play(matched ? 'done' : 'refused')
      if (answered) setText('')
    })
  const compare = (): void => {
    if (text.trim() !== '') read(asReading(text))
  }
  useStepScan('identity', (code: Code) => {
    dismiss()
    setUnsure('')
    if (code.kind !== 'unknown') read(asReading(code.text))
    else {
      play('refused')
      setText(code.text)
      setUnsure(code.text)
    }
  })
  const own = fault !== null && ['imei', 'serial', ''].includes(fault.field) && fault.code === 'invalid'
  const error = own ? <FaultText fault={fault} /> : unsure !== '' ? t('case.identity.unknown_code', { code: unsure }) : undefined
  return (
    <>
      <TextInput
        label={t('case.identity.field')}
        description={t('case.identity.how')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={text}
        onChange={(event) => { setText(event.currentTarget.value); setUnsure('') }}
        onKeyDown={(event) => { if (event.key === 'Enter') compare() }}
        error={error}
        autoComplete="off"
        spellCheck={false}
      />
      {fault && !own && <ErrorNotice error={fault} onClose={dismiss} />}
      <StepFoot
        view={view}
        end={
          <>
            <Button icon={<IconEyeOff size={22} aria-hidden />} onPress={() => read({ imei: '', serial: '', unreadable: true })}>{t('case.identity.unreadable')}</Button>
            <Button look="go" shortcut="F9" busy={busy} onPress={compare} disabledReason={text.trim() === '' ? t('case.identity.ask') : undefined}>{t('case.identity.go')}</Button>
          </>
        }
      >
        <StopButton view={view} />
      </StepFoot>
    </>
  )
}
