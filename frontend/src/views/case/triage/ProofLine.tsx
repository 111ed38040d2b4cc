import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText, type Text } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { useToast } from '../../../ui/Toasts'
import { customerPhotos } from '../evidence'
import { can } from '../steps'
import { useAsk } from '../useAsk'
import classes from './Triage.module.css'

/** Whether the customer showed the defect: here, asked for, or to be asked; a person may have seen it elsewhere. */
export function ProofLine({ view }: { readonly view: api.CaseView }): ReactNode {
  const text = useText()
  const { t } = text
  const tell = useToast()
  const seen = useAsk(
    {
      title: t('triage.proof.elsewhere_title'), lead: t('triage.proof.elsewhere_lead'), action: t('triage.proof.elsewhere_go'),
      choices: { label: t('triage.proof.elsewhere_what'), chips: (['photos', 'video'] as const).map((id) => ({ id, label: t(`triage.proof.state.${id}`) })), initial: 'photos' },
    },
    (command, { code }) => casesApi.NoteProof(command, view.id, { state: code, text: '' }),
    () => tell(t('triage.proof.noted')),
  )
  const here = proofIsHere(view, t)
  return (
    <div className={classes.line}>
      <span>{t('triage.proof.title')}</span>
      <span>{proofWords(view, here, text)}</span>
      {!here && can(view, 'NoteProof') && <Button look="quiet" onPress={seen.open}>{t('triage.proof.elsewhere')}</Button>}
      {seen.dialog}
    </div>
  )
}

function proofIsHere(view: api.CaseView, t: Text['t']): boolean {
  return ['photos', 'video'].includes(view.proof.state) || customerPhotos(view, t).length > 0
}

function proofWords({ proof }: api.CaseView, here: boolean, { t, format }: Text): string {
  if (here) return [t('triage.proof.here'), proof.givenAt !== '' && t('triage.proof.given', { at: format.dateTime(proof.givenAt) })].filter(Boolean).join(' · ')
  if (proof.state !== 'asked') return t('triage.proof.to_ask')
  const at = format.dateTime(proof.askedAt)
  return proof.askedBy === '' ? t('triage.proof.asked_plain', { at }) : t('triage.proof.asked', { at, by: proof.askedBy })
}
