import { IconCheck, IconCloudUpload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { sendingApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useSending } from '../../api/reads'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { ActionList } from './ActionList'
import { FourNumbers } from './FourNumbers'
import { StoppedLanes } from './StoppedLanes'
import classes from './SendingScreen.module.css'

/** What left for the marketplace, what waits, and what a person must look at. */
export function SendingScreen(): ReactNode {
  const { t } = useText()
  useFind('sending')
  const sending = useSending()
  return (
    <Frame title={t('screen.nav.sync')} foot={sending.data && <Foot view={sending.data} />}>
      <Loading query={sending}>{(view) => <Sending view={view} />}</Loading>
    </Frame>
  )
}

function Sending({ view }: { readonly view: api.SyncView }): ReactNode {
  const { t, sentence } = useText()
  const { status, waiting, toFix, done, paused, lanes } = view
  const nothing = waiting.length + toFix.length + done.length === 0
  return (
    <div className={classes.screen}>
      <FourNumbers status={status} />
      {!status.account && <Banner tone="info">{t('sending.no_account')}</Banner>}
      {paused && <Banner tone="warn">{t('sending.paused')}</Banner>}
      {status.lastError && <Banner tone="warn">{sentence(status.lastError.key, status.lastError.args)}</Banner>}
      {lanes.length > 0 && <StoppedLanes lanes={lanes} />}
      {toFix.length > 0 && <ActionList title={t('sending.to_fix.title', { count: Math.max(status.toFix, toFix.length) })} why={t('sending.to_fix.why')} actions={toFix} />}
      {waiting.length > 0 && <ActionList title={t('sending.waiting.title', { count: Math.max(status.waiting, waiting.length) })} why={t('sending.waiting.why')} actions={waiting} />}
      {nothing && status.account && <Empty icon={<IconCloudUpload size={40} aria-hidden />} title={t('sending.empty')} />}
      {!nothing && toFix.length + waiting.length === 0 && <p className={classes.clear}><IconCheck size={22} aria-hidden />{t('sending.all_sent')}</p>}
      {done.length > 0 && <ActionList title={t('sending.done.title')} why={t('sending.done.why')} actions={done} />}
    </div>
  )
}

function Foot({ view }: { readonly view: api.SyncView }): ReactNode {
  const { t } = useText()
  const answered = (next: api.SyncView, queries: { setQueryData: (key: readonly string[], view: api.SyncView) => void }): void => queries.setQueryData(keys.sending, next)
  const sync = useCommand<null, api.SyncView>(() => sendingApi.SyncNow(), answered)
  const pause = useCommand<boolean, api.SyncView>((_id, paused) => sendingApi.Pause(paused), answered)
  const none = view.status.account ? undefined : t('sending.no_account')
  return (
    <FootBar
      end={<Button look="go" shortcut="F9" busy={sync.busy} disabledReason={none ?? (view.paused ? t('sending.paused') : undefined)} onPress={() => void sync.give(null)}>{t('sending.sync')}</Button>}
    >
      <Button shortcut="F8" busy={pause.busy} disabledReason={none} onPress={() => void pause.give(!view.paused)}>
        {t(view.paused ? 'sending.go_on' : 'sending.pause')}
      </Button>
    </FootBar>
  )
}
