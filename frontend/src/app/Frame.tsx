import { IconArrowsUpDown, IconChecklist, IconFolder, IconHome, IconPackages, IconSettings } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useBootstrap, useHome, useStatus } from '../api/reads'
import { ScanRefusal } from '../scan/ScanRefusal'
import { useText } from '../text/useText'
import { AppFrame, type NavItem } from '../ui/AppFrame'
import { TrainingBar } from '../views/training/TrainingBar'
import { ClockNotice } from './ClockNotice'
import classes from './Frame.module.css'
import { HeaderState } from './HeaderState'
import { LinkNotice } from './LinkNotice'
import { href, useRoute, type Route } from './route'

/** Behind which door of the rail each screen lies. */
const doors: Readonly<Record<Route['screen'], string>> = {
  home: 'home',
  scanned: 'home',
  request: 'home',
  burst: 'home',
  putaway: 'worklist',
  stock: 'stock',
  bin: 'stock',
  worklist: 'worklist',
  search: 'search',
  case: 'search',
  approvals: 'worklist',
  shift: 'worklist',
  closing: 'worklist',
  payouts: 'worklist',
  sold: 'stock',
  device: 'search',
  sending: 'sending',
  settings: 'settings',
  assistant: '',
}

function useDoors(): NavItem[] {
  const { t } = useText()
  const late = useHome().data?.tiles.find(({ code }) => code === 'late')?.count
  const toFix = useStatus().data?.toFix
  return useMemo(
    () => [
      { id: 'home', label: t('screen.nav.home'), href: href({ screen: 'home' }), icon: IconHome },
      { id: 'worklist', label: t('screen.nav.worklist'), href: href({ screen: 'worklist', filter: '' }), icon: IconChecklist, badge: late },
      { id: 'search', label: t('screen.nav.cases'), href: href({ screen: 'search', search: '' }), icon: IconFolder },
      { id: 'stock', label: t('stock.nav'), href: href({ screen: 'stock', part: '' }), icon: IconPackages },
      { id: 'sending', label: t('screen.nav.sync'), href: href({ screen: 'sending' }), icon: IconArrowsUpDown, badge: toFix },
      { id: 'settings', label: t('screen.nav.settings'), href: href({ screen: 'settings', section: '' }), icon: IconSettings, last: true },
    ],
    [t, late, toFix],
  )
}

/**
 * The frame that every screen of the station stands in: the doors at the left,
 * its title and the station's state above it, its actions at the foot.
 */
export function Frame({ title, heading, foot, children }: {
  readonly title: ReactNode
  /** What stands beside the title: the device, the claim. */
  readonly heading?: ReactNode
  /** A FootBar. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  const { t } = useText()
  const { screen } = useRoute()
  const bootstrap = useBootstrap().data
  const training = bootstrap?.training ?? false
  const sample = bootstrap?.sample === true && !training // The bar says it, and more.
  const nav = useDoors()
  return (
    <div className={classes.station}>
      {training && <TrainingBar />}
      <div className={classes.screen}>
        <AppFrame
          nav={nav}
          current={doors[screen]}
          title={title}
          heading={heading}
          status={<HeaderState />}
          foot={foot}
          notice={<><LinkNotice /><ClockNotice /><ScanRefusal /></>}
          sample={sample ? t('home.sample') : ''}
        >
          {children}
        </AppFrame>
      </div>
    </div>
  )
}
