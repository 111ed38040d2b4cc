import { IconBarcode, IconBox, IconBuildingStore, IconClockHour4, IconDeviceDesktop, IconInfoCircle, IconPalette, IconPlugConnected, IconShieldCheck, IconUserShield, IconUsers, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { href } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useSettings } from '../../api/reads'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Loading } from '../../ui/Loading'
import { RightsSection } from '../people/RightsSection'
import { HeldSection } from '../privacy/HeldSection'
import { PrivacySection } from '../privacy/PrivacySection'
import { TeamSection } from '../people/TeamSection'
import { AccountSection } from './AccountSection'
import { AppearanceSection } from './AppearanceSection'
import { BinsSection } from './BinsSection'
import { RulesSection } from './RulesSection'
import { ScannerSection } from './ScannerSection'
import classes from './SettingsScreen.module.css'
import { StationSection } from './StationSection'
import { SupportSection } from './SupportSection'
import { WorkshopSection } from './WorkshopSection'

const sections = ['workshop', 'team', 'rights', 'station', 'account', 'scanner', 'bins', 'appearance', 'rules', 'privacy', 'support'] as const
type Section = (typeof sections)[number]

const icons: Readonly<Record<Section, Icon>> = {
  workshop: IconBuildingStore, team: IconUsers, rights: IconShieldCheck, station: IconDeviceDesktop, account: IconPlugConnected, scanner: IconBarcode, bins: IconBox,
  appearance: IconPalette, rules: IconClockHour4, privacy: IconUserShield, support: IconInfoCircle,
}

/** What can be changed after the assistant, one subject at a time. */
export function SettingsScreen({ section: asked, person = '' }: {
  readonly section: string
  /** A case whose customer's data are shown. */
  readonly person?: string
}): ReactNode {
  const { t } = useText()
  const section = sections.find((known) => known === asked) ?? 'workshop'
  const settings = useSettings()
  // The page that tests the gun hears it itself.
  return (
    <Frame title={t('screen.nav.settings')}>
      {section !== 'scanner' && <Scans />}
      <div className={classes.screen}>
        <nav className={classes.sections} aria-label={t('screen.nav.settings')}>
          {sections.map((id) => {
            const Shape = icons[id]
            return (
              <a key={id} href={href({ screen: 'settings', section: id })} aria-current={id === section ? 'page' : undefined}>
                <Shape size={22} stroke={1.6} aria-hidden />
                {t(`settings.${id}.title`)}
              </a>
            )
          })}
        </nav>
        <div className={classes.section}>
          <Loading query={settings}>{(view) => <Shown section={section} view={view} person={person} />}</Loading>
        </div>
      </div>
    </Frame>
  )
}

function Scans(): null {
  useFind('settings')
  return null
}

function Shown({ section, view, person }: { readonly section: Section; readonly view: api.SettingsView; readonly person: string }): ReactNode {
  switch (section) {
    case 'workshop':
      return <WorkshopSection view={view} />
    case 'team':
      return <TeamSection />
    case 'rights':
      return <RightsSection />
    case 'station':
      return <StationSection view={view} />
    case 'account':
      return <AccountSection view={view} />
    case 'scanner':
      return <ScannerSection view={view} />
    case 'bins':
      return <BinsSection />
    case 'appearance':
      return <AppearanceSection />
    case 'rules':
      return <RulesSection />
    case 'privacy':
      return person === '' ? <PrivacySection /> : <HeldSection key={person} id={person} />
    case 'support':
      return <SupportSection view={view} />
  }
}
