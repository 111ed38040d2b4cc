import type scan from '../../../app/text/catalogues/fr/scan.json'
import type screen from '../../../app/text/catalogues/fr/screen.json'

type Singular<K> = K extends `${infer Stem}_one` | `${infer Stem}_many` | `${infer Stem}_other` ? Stem : K
type Under<Subject extends string, Catalogue> = `${Subject}.${Singular<keyof Catalogue & string>}`

/** The full key of every sentence that a screen names itself, from the French catalogues. */
export type TextKey = Under<'screen', typeof screen> | Under<'scan', typeof scan>

/** The values of a sentence's placeholders; `count` chooses the plural. */
export type TextArgs = Readonly<Record<string, string | number>>
