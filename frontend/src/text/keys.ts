import type assistant from '../../../app/text/catalogues/fr/assistant.json'
import type decision from '../../../app/text/catalogues/fr/decision.json'
import type closing from '../../../app/text/catalogues/fr/closing.json'
import type device from '../../../app/text/catalogues/fr/device.json'
import type home from '../../../app/text/catalogues/fr/home.json'
import type caseWords from '../../../app/text/catalogues/fr/case.json'
import type privacy from '../../../app/text/catalogues/fr/privacy.json'
import type training from '../../../app/text/catalogues/fr/training.json'
import type people from '../../../app/text/catalogues/fr/people.json'
import type scan from '../../../app/text/catalogues/fr/scan.json'
import type screen from '../../../app/text/catalogues/fr/screen.json'
import type sending from '../../../app/text/catalogues/fr/sending.json'
import type settings from '../../../app/text/catalogues/fr/settings.json'
import type stock from '../../../app/text/catalogues/fr/stock.json'
import type rules from '../../../app/text/catalogues/fr/rules.json'
import type triage from '../../../app/text/catalogues/fr/triage.json'
import type work from '../../../app/text/catalogues/fr/work.json'

type Singular<K> = K extends `${infer Stem}_one` | `${infer Stem}_many` | `${infer Stem}_other` ? Stem : K
type Under<Subject extends string, Catalogue> = `${Subject}.${Singular<keyof Catalogue & string>}`

/** The full key of every sentence that a screen names itself, from the French catalogues. */
export type TextKey =
  | Under<'screen', typeof screen>
  | Under<'case', typeof caseWords>
  | Under<'decision', typeof decision>
  | Under<'scan', typeof scan>
  | Under<'home', typeof home>
  | Under<'work', typeof work>
  | Under<'triage', typeof triage>
  | Under<'rules', typeof rules>
  | Under<'sending', typeof sending>
  | Under<'settings', typeof settings>
  | Under<'stock', typeof stock>
  | Under<'people', typeof people>
  | Under<'privacy', typeof privacy>
  | Under<'training', typeof training>
  | Under<'closing', typeof closing>
  | Under<'device', typeof device>
  | Under<'assistant', typeof assistant>

/** The values of a sentence's placeholders; `count` chooses the plural. */
export type TextArgs = Readonly<Record<string, string | number>>
