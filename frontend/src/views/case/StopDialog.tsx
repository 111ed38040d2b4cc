import { IconCamera, IconCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../api/api'
import { useShortcut } from '../../keys/useShortcut'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chips'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { PhotoFault, useAim, usePhotoDesk } from './PhotoDesk'
import classes from './StopDialog.module.css'
import { useCaseCommand } from './useCaseCommand'

/** A finding that makes the other checks needless, with its own short list of photos. */
export function StopDialog({ view, onClose }: { readonly view: api.CaseView; readonly onClose: () => void }): ReactNode {
  const { t, sentence } = useText()
  const { take } = usePhotoDesk()
  const [code, setCode] = useState('')
  const { give, busy, fault } = useCaseCommand((command, finding: string) => casesApi.StopInspection(command, view.id, { finding }))
  const finding = view.findings.find((one) => one.code === code)
  const missing = finding?.views.filter((needed) => !view.evidence.some((one) => one.view === needed)) ?? []
  const [next] = missing
  useAim(next === undefined ? null : { check: '', view: next })
  const reason = finding === undefined ? t('case.stop.choose') : next !== undefined ? t('case.stop.missing') : undefined
  const stop = (): void => void give(code).then((done) => { play(done ? 'done' : 'refused'); if (done) onClose() })
  return (
    <Dialog
      title={t('case.stop.title')}
      size={720}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          {next !== undefined && <Button look="go" shortcut="F4" icon={<IconCamera size={22} stroke={1.6} aria-hidden />} onPress={() => take({ check: '', view: next })}>{t('case.stop.take', { view: sentence(`catalog.view.${next}`) })}</Button>}
          {next === undefined && <Button look="go" shortcut="F9" busy={busy} disabledReason={reason} onPress={stop}>{t('case.stop.go')}</Button>}
        </>
      }
    >
      <p>{t('case.stop.lead')}</p>
      <Chips
        label={t('case.stop.choose')}
        hidden
        chips={view.findings.map((one, i) => ({ id: one.code, label: sentence(`catalog.finding.${one.code}.label`), combo: String(i + 1) }))}
        chosen={code}
        onChoose={setCode}
      />
      {view.findings.map((one, i) => <Digit key={one.code} combo={String(i + 1)} act={() => setCode(one.code)} />)}
      {finding && (
        <div>
          <p className={classes.help}>{sentence(`catalog.finding.${finding.code}.help`)}</p>
          <ul className={classes.views} aria-label={t('case.stop.views')}>
            {finding.views.map((needed) => (
              <li key={needed} className={missing.includes(needed) ? undefined : classes.there}>
                {missing.includes(needed) ? <IconCamera size={20} aria-hidden /> : <IconCheck size={20} aria-hidden />}
                {sentence(`catalog.view.${needed}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <PhotoFault />
      {fault && <ErrorNotice error={fault} />}
    </Dialog>
  )
}

function Digit({ combo, act }: { readonly combo: string; readonly act: () => void }): null {
  useShortcut(combo, act)
  return null
}
