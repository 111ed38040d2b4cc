import { IconArrowBackUp, IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { useReverse } from '../execution/Reverse'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import classes from './Corrections.module.css'
import { DocumentDialog } from './DocumentDialog'
import { MergeDialog } from './MergeDialog'

/** The mistakes of every day that can be put right: only those that this case still admits. */
export function CorrectButton({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [open, setOpen] = useState<'menu' | 'merge' | 'document' | null>(null)
  const reverse = useReverse(view)
  const receive = useAsk(
    { title: t('case.reception.undo_title'), lead: t('case.reception.undo_lead'), action: t('case.reception.undo'), danger: true, words: { label: t('case.form.reason'), initial: t('case.reception.undo_reason') } },
    (command, { words }) => casesApi.UndoReception(command, view.id, { code: '', reason: words, pin: '' }),
  )
  const untie = useAsk(
    { title: t('decision.unidentify_title'), lead: t('decision.unidentify_lead'), action: t('decision.unidentify_go'), danger: true, words: { label: t('case.form.reason') } },
    (command, { words }) => casesApi.Unidentify(command, view.id, { code: '', reason: words, pin: '' }),
  )
  const exchange = useAsk(
    { title: t('decision.unexchange_title'), lead: t('decision.unexchange_lead'), action: t('decision.unexchange'), code: { label: t('decision.unexchange_code') }, words: { label: t('case.form.reason') } },
    (command, { code, words }) => casesApi.Unexchange(command, view.id, { code, reason: words, pin: '' }),
  )
  const choices = [
    { name: t('decision.correct_reverse'), possible: can(view, 'Reverse'), act: reverse.open },
    { name: t('decision.correct_exchange'), possible: can(view, 'Unexchange'), act: exchange.open },
    { name: t('decision.correct_reception'), possible: can(view, 'UndoReception') && view.reception?.undoable === true, act: receive.open },
    { name: t('decision.correct_identify'), possible: can(view, 'Unidentify'), act: untie.open },
    { name: t('decision.correct_merge'), possible: can(view, 'Merge'), act: () => setOpen('merge') },
    { name: t('decision.correct_document'), possible: can(view, 'CorrectDocument'), act: () => setOpen('document') },
  ].filter(({ possible }) => possible)
  const close = (): void => setOpen(null)
  return (
    <>
      {choices.length > 0 && <Button look="quiet" icon={<IconArrowBackUp size={22} stroke={1.6} aria-hidden />} onPress={() => setOpen('menu')}>{t('decision.correct')}</Button>}
      {open === 'menu' && (
        <Dialog title={t('decision.correct_title')} onClose={close} actions={<Button onPress={close}>{t('screen.confirm.cancel')}</Button>}>
          <p>{t('decision.correct_lead')}</p>
          <ul className={classes.choices}>
            {choices.map(({ name, act }) => (
              <li key={name}><button type="button" className={classes.choice} onClick={() => { close(); act() }}>{name}<IconChevronRight size={20} aria-hidden /></button></li>
            ))}
          </ul>
          {can(view, 'MoveEvidence') && view.evidence.length > 0 && <p className={classes.note}>{t('decision.correct_photo')}</p>}
        </Dialog>
      )}
      {open === 'merge' && <MergeDialog view={view} onClose={close} />}
      {open === 'document' && <DocumentDialog view={view} onClose={close} />}
      {reverse.dialog}
      {receive.dialog}
      {untie.dialog}
      {exchange.dialog}
    </>
  )
}
