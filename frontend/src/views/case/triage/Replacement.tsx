import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { Identifier } from '../../../ui/Identifier'
import { useToast } from '../../../ui/Toasts'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Triage.module.css'

/** Whether there is a device for an exchange, said before anything is promised, and kept for this customer if wanted. */
export function Replacement({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const [choosing, setChoosing] = useState(false)
  const { give, busy, fault, dismiss } = useCaseCommand((command, unit: string) => casesApi.ReserveReplacement(command, view.id, { unit, code: '', override: '', pin: '' }))
  const release = useAsk(
    { title: t('triage.unit.release_title'), lead: t('triage.unit.release_lead'), action: t('triage.unit.release_go'), words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.ReleaseReplacement(command, view.id, { code: '', reason: words, pin: '' }),
    () => tell(t('triage.unit.freed')),
  )
  const { replacement } = view
  const units = view.proposal?.units ?? []
  const reserve = (unit: string): void =>
    void give(unit).then((kept) => {
      if (!kept) return
      setChoosing(false)
      tell(t('triage.unit.kept'))
    })
  if (replacement) {
    return (
      <div className={classes.line}>
        <span>{t('triage.unit.title')}</span>
        <span>{t('triage.unit.reserved')} · {replacement.title} · <Identifier value={replacement.imei || replacement.serial} /></span>
        {can(view, 'ReleaseReplacement') && <Button look="quiet" onPress={release.open}>{t('triage.unit.release')}</Button>}
        {release.dialog}
      </div>
    )
  }
  const [first] = units
  return (
    <div className={classes.line}>
      <span>{t('triage.unit.title')}</span>
      <span className={first ? undefined : classes.none}>{first ? t('triage.unit.there', { count: units.length }) : t('triage.unit.none')}</span>
      {first && can(view, 'ReserveReplacement') && <Button busy={busy} onPress={() => (units.length === 1 ? reserve(first.id) : setChoosing(true))}>{t('triage.unit.reserve')}</Button>}
      {fault && !choosing && <ErrorNotice error={fault} onClose={dismiss} />}
      {choosing && (
        <Dialog title={t('triage.unit.choose')} size={760} onClose={() => { dismiss(); setChoosing(false) }}>
          <p>{t('triage.unit.choose_lead')}</p>
          <div className={classes.units}>
            {units.map(({ id, title, grade, imei, serial, bin }) => (
              <button key={id} type="button" className={classes.unit} aria-label={t('triage.unit.reserve_this', { title, code: imei || serial })} onClick={() => reserve(id)}>
                <span>{[title, grade !== '' && sentence(`case.grade.${grade}`)].filter(Boolean).join(' · ')}</span>
                <Identifier value={imei || serial} copy={false} />
                <span className={classes.quiet}>{bin !== '' && t('triage.unit.bin', { bin })}</span>
              </button>
            ))}
          </div>
          {fault && <ErrorNotice error={fault} />}
        </Dialog>
      )}
    </div>
  )
}
