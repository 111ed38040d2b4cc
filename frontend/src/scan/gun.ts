import { defaultGun, type GunSettings } from './decoder'

/** What the station's settings say of the gun. */
export interface GunTuning {
  readonly maxGap: number
  /** enter, tab or none. */
  readonly terminator: string
  readonly prefix: string
}

const terminators: Readonly<Record<string, readonly string[]>> = { enter: ['Enter'], tab: ['Tab'], none: [] }

let current: GunSettings = defaultGun

/** Tunes the decoder to the gun of this station. */
export function tuneGun({ maxGap, terminator, prefix }: GunTuning): void {
  current = { ...defaultGun, maxGap, prefix, terminators: terminators[terminator] ?? defaultGun.terminators }
}

/** The settings of the gun as they are now. */
export function gunSettings(): GunSettings {
  return current
}
