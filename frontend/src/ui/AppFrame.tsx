import { IconLogout, type Icon } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useShortcut } from '../keys/useShortcut'
import { useText } from '../text/useText'
import classes from './AppFrame.module.css'
import { FrameOutlets } from './FrameOutlets'
import { KeyCap } from './KeyCap'
import { Mark } from './Mark'
import { Pill } from './Pill'
import { names, type Tone } from './tone'

export interface NavItem {
  readonly id: string
  readonly label: string
  readonly href: string
  readonly icon: Icon
  readonly badge?: number | undefined
  /** Stands apart at the foot of the rail. */
  readonly last?: boolean
}

/** The four numbers of the exchange with the marketplace, in words. */
export interface Status {
  /** A marketplace account is set up. */
  readonly account: boolean
  readonly online: boolean
  readonly waiting: number
  readonly toFix: number
  /** When something last went through, already written; null when nothing has. */
  readonly lastSuccess: string | null
  /** How long the oldest has waited, already written. */
  readonly oldest?: string | undefined
}

function toneOf({ account, online, waiting, toFix }: Status): Tone {
  if (toFix > 0) return 'late'
  if (!account) return 'plain'
  return online ? (waiting > 0 ? 'info' : 'ok') : 'warn'
}

/** The station's state with its marketplace, always in sight; it leads to what is being sent. */
export function StatusPill({ status, href }: { readonly status: Status; readonly href: string }): ReactNode {
  const { t } = useText()
  const { account, online, waiting, toFix, lastSuccess, oldest } = status
  const said = [
    t(account ? (online ? 'screen.status.online' : 'screen.status.offline') : 'screen.status.no_account'),
    toFix > 0 && t('screen.status.to_fix', { count: toFix }),
    (account || waiting > 0) && t('screen.status.waiting', { count: waiting }),
    account && (lastSuccess === null ? t('screen.status.never') : t('screen.status.last_success', { at: lastSuccess })),
  ].filter((part) => part !== false)
  return (
    <a className={classes.status} href={href} title={oldest === undefined ? t('screen.status.open') : t('screen.status.oldest', { age: oldest })}>
      <Pill tone={toneOf(status)} dot>{said.join(' · ')}</Pill>
    </a>
  )
}

/** Who works at this screen. Where there is a choice a press or F10 asks who is there. */
export function OperatorButton({ name, onChange }: { readonly name: string; readonly onChange?: (() => void) | undefined }): ReactNode {
  const { t } = useText()
  useShortcut('F10', () => onChange?.(), onChange !== undefined, t('screen.operator.change'))
  if (name === '') return null
  if (onChange === undefined) return <span className={classes.operator}>{name}</span>
  return (
    <button type="button" className={classes.operator} onClick={onChange} title={t('screen.operator.change')}>
      {name}
      <KeyCap combo="F10" />
    </button>
  )
}

/** The way out of a kiosk. */
export function LeaveButton({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useText()
  useShortcut('F12', onLeave, true, t('screen.operator.leave'))
  return (
    <button type="button" className={classes.operator} onClick={onLeave} title={t('screen.operator.leave')} aria-label={t('screen.operator.leave')}>
      <IconLogout size={20} stroke={1.6} aria-hidden />
      <KeyCap combo="F12" />
    </button>
  )
}

/** The frame of every screen: the rail with its doors, the header with its state, and the screen. */
export function AppFrame({ nav, current, title, heading, status, foot, notice, sample = '', children }: {
  readonly nav: readonly NavItem[]
  /** The id of the door behind which the operator is. */
  readonly current: string
  /** The name of this screen; none when the screen writes its own through FrameHead. */
  readonly title?: ReactNode
  /** What stands beside the title: the device, the claim. */
  readonly heading?: ReactNode
  /** Pills and the operator at the end of the header. */
  readonly status: ReactNode
  readonly foot?: ReactNode
  /** A line above the screen, such as why a scan was refused. */
  readonly notice?: ReactNode
  /** Says on every screen that nothing here is real; '' where it is. */
  readonly sample?: string
  readonly children: ReactNode
}): ReactNode {
  const { t } = useText()
  const [headOutlet, setHead] = useState<HTMLElement | null>(null)
  const [footOutlet, setFoot] = useState<HTMLElement | null>(null)
  const outlets = useMemo(() => ({ head: headOutlet, foot: footOutlet }), [headOutlet, footOutlet])
  return (
    <div className={names(classes.frame, sample !== '' && classes.sampled)}>
      <nav className={classes.rail} aria-label={t('screen.nav.main')}>
        <span className={classes.mark}><Mark /></span>
        {sample !== '' && <p className={classes.sample}>{sample}</p>}
        {nav.map(({ id, label, href, icon: Shape, badge = 0, last = false }) => (
          <a key={id} href={href} className={names(classes.item, last && classes.last)} aria-current={id === current ? 'page' : undefined}>
            <Shape size={24} stroke={1.6} aria-hidden />
            {label}
            {badge > 0 && <span className={classes.badge} role="img" aria-label={t('screen.nav.badge', { count: badge })}>{badge}</span>}
          </a>
        ))}
      </nav>
      <header className={classes.head}>
        <div className={classes.title} ref={setHead}>{title !== undefined && <h1>{title}</h1>}{heading}</div>
        {status}
      </header>
      <div className={classes.body}>
        {notice}
        <main><FrameOutlets value={outlets}>{children}</FrameOutlets></main>
        {foot}
        <div ref={setFoot} />
      </div>
    </div>
  )
}
