import { Select, TextInput } from '@mantine/core'
import { IconArrowsMove } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { play } from '../../../sound/sound'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { useToast } from '../../../ui/Toasts'
import { useCaseCommand } from '../useCaseCommand'
import { CaseChoice } from './CaseChoice'

const views = ['screen_on', 'screen_off', 'back', 'left', 'right', 'top', 'bottom', 'parcel_label', 'parcel_open', 'item_front', 'item_back', 'identifier'] as const
const elsewhere = 'case'

/** A photo that hangs in the wrong place: on another check, another view, or another case. */
export function MovePhoto({ view, photo }: { readonly view: api.CaseView; readonly photo: api.EvidenceView }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const [other, setOther] = useState('')
  const [reason, setReason] = useState('')
  const { give, busy, fault } = useCaseCommand((command, form: api.PhotoMoveForm) => casesApi.MoveEvidence(command, view.id, form))
  const [kind = '', code = ''] = (to ?? '').split(' ')
  const missing = to === null || (kind === elsewhere && other === '') ? t('case.form.choose') : reason.trim() === '' ? t('case.form.write') : undefined
  const move = (): void =>
    void give({
      photo: photo.photo, fromCheck: photo.check, fromView: photo.view, toCheck: kind === 'check' ? code : '', toView: kind === 'view' ? code : '',
      toCase: kind === elsewhere ? other : '', reason,
    }).then((done) => {
      play(done ? 'done' : 'refused')
      if (!done) return
      setOpen(false)
      tell(t('decision.photo_moved'))
    })
  const checks = (view.inspection?.checks ?? []).filter((check) => check.code !== photo.check).map((check) => ({ value: `check ${check.code}`, label: sentence(`catalog.check.${check.code}.label`) }))
  const seen = views.filter((one) => one !== photo.view).map((one) => ({ value: `view ${one}`, label: sentence(`catalog.view.${one}`) }))
  return (
    <>
      <Button icon={<IconArrowsMove size={22} stroke={1.6} aria-hidden />} onPress={() => setOpen(true)}>{t('decision.photo_move')}</Button>
      {open && (
        <Dialog
          title={t('decision.photo_move_title')}
          size={640}
          onClose={() => setOpen(false)}
          actions={<><Button onPress={() => setOpen(false)}>{t('screen.confirm.cancel')}</Button><Button look="go" shortcut="F9" busy={busy} disabledReason={missing} onPress={move}>{t('decision.photo_move')}</Button></>}
        >
          <p>{t('decision.photo_move_lead')}</p>
          <Select label={t('decision.photo_to')} searchable value={to} data={[...checks, ...seen, { value: elsewhere, label: t('decision.photo_to_case') }]} onChange={setTo} />
          {kind === elsewhere && <CaseChoice view={view} chosen={other} onChoose={setOther} />}
          <TextInput label={t('case.form.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autoComplete="off" />
          {fault && <ErrorNotice error={fault} />}
        </Dialog>
      )}
    </>
  )
}
