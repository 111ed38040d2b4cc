import type { ReactNode } from 'react'
import { IconCamera, IconPlayerPause } from '@tabler/icons-react'
import { casesApi, type api } from '../../api/api'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FootBar } from '../../ui/FootBar'
import { FrameFoot } from '../../ui/FrameOutlets'
import { usePhotoDesk } from './PhotoDesk'
import { can } from './steps'
import { useAsk } from './useAsk'

/** The foot of a step: hold and photo always in the same place, then what the step is for. */
export function StepFoot({ view, children, end }: { readonly view: api.CaseView; readonly children?: ReactNode; readonly end?: ReactNode }): ReactNode {
  const { t } = useText()
  const { take } = usePhotoDesk()
  const empty = !children && !end && !can(view, 'PutOnHold') && !can(view, 'AddEvidence')
  if (empty) return null
  return (
    <FrameFoot>
      <FootBar end={end}>
        {can(view, 'PutOnHold') && <HoldButton id={view.id} />}
        {can(view, 'AddEvidence') && <Button shortcut="F4" icon={<IconCamera size={24} stroke={1.6} aria-hidden />} onPress={() => take()}>{t('case.tools.photo')}</Button>}
        {children}
      </FootBar>
    </FrameFoot>
  )
}

/** Puts the case on hold, for a reason that may be known already. */
export function useHold(id: string, reason = ''): ReturnType<typeof useAsk> {
  const { t } = useText()
  return useAsk(
    {
      title: t('case.hold.title'),
      lead: t('case.hold.lead'),
      action: t('case.hold.go'),
      choices: { label: t('case.hold.code'), chips: (['customer', 'doubt', 'identity', 'other'] as const).map((code) => ({ id: code, label: t(`case.hold.code.${code}`) })), initial: reason },
      words: { label: t('case.hold.words'), optional: true },
      date: { label: t('case.hold.review'), type: 'date', optional: true },
    },
    (command, { code, words, date }) => casesApi.Hold(command, id, { code, text: words, reviewAt: date }),
  )
}

function HoldButton({ id }: { readonly id: string }): ReactNode {
  const { t } = useText()
  const { open, dialog } = useHold(id)
  return (
    <>
      <Button shortcut="F8" icon={<IconPlayerPause size={24} stroke={1.6} aria-hidden />} onPress={open}>{t('case.tools.hold')}</Button>
      {dialog}
    </>
  )
}
