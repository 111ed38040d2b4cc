import { defaultGun, type GunSettings } from './decoder'

const setting = 'revient.gun'

/** The settings of the gun on this screen; the page that tests the gun writes them. */
export function gunSettings(): GunSettings {
  const kept = localStorage.getItem(setting)
  if (kept === null) return defaultGun
  try {
    return { ...defaultGun, ...(JSON.parse(kept) as Partial<GunSettings>) }
  } catch {
    return defaultGun // Settings that cannot be read would lock the gun out.
  }
}

export function keepGunSettings(changed: Partial<GunSettings>): void {
  localStorage.setItem(setting, JSON.stringify({ ...gunSettings(), ...changed }))
}
