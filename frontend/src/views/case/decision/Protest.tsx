import { IconTruckReturn } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { ErrorNotice } from '../../../ui/ErrorNotice'
import { can } from '../steps'
import { useCaseCommand } from '../useCaseCommand'
import classes from './Decision.module.css'

/** The carrier must be told within three days of what came damaged or short: the letter is one press. */
export function Protest({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, format } = useText()
  const { give, busy, fault, dismiss } = useCaseCommand<null>((command) => casesApi.ProtestToCarrier(command, view.id))
  const { proposal } = view
  if (!proposal?.protest || !can(view, 'ProtestToCarrier')) return null
  return (
    <section className={classes.protest}>
      <p>{proposal.protestLast === '' ? t('decision.protest') : t('decision.protest_before', { last: format.day(proposal.protestLast) })}</p>
      <Button shortcut="F3" busy={busy} icon={<IconTruckReturn size={22} stroke={1.6} aria-hidden />} onPress={() => void give(null)}>{t('decision.protest_go')}</Button>
      {fault && <ErrorNotice error={fault} onClose={dismiss} />}
    </section>
  )
}
