import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { stationApi, type api } from '../api/api'
import { tuneGun } from '../scan/gun'
import { setVolume } from '../sound/sound'
import { catalogue } from '../text/catalogue'
import { setZone } from '../text/zone'

/** Makes the screen speak, look, hear and sound as the station is set. */
export function useStationSettings(bootstrap: api.Bootstrap | undefined): void {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (!bootstrap) return
    const { language, scheme, zone, scanner } = bootstrap
    void catalogue.changeLanguage(language === 'en' ? 'en' : 'fr')
    setColorScheme(scheme === 'light' || scheme === 'dark' ? scheme : 'auto')
    setZone(zone === '' ? undefined : zone)
    tuneGun(scanner)
    setVolume(scanner.volume)
  }, [bootstrap, setColorScheme])
}

/** Tells the station that this screen is up; again when the connection came back. */
export function useConnected(): void {
  useQuery({
    queryKey: ['connected'],
    queryFn: () => stationApi.Connected(`${window.innerWidth}x${window.innerHeight}`).then(() => true),
  })
}
