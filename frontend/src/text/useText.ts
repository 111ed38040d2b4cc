import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from './catalogue'
import { formatFor, type Format } from './format'
import type { TextArgs, TextKey } from './keys'
import { useZone } from './zone'

export interface Text {
  /** A sentence that this screen names itself. */
  readonly t: (key: TextKey, args?: TextArgs) => string
  /** A sentence whose full key came from Go, such as the message of an error or a rule's name. */
  readonly sentence: (key: string, args?: TextArgs) => string
  readonly format: Format
  readonly language: Language
}

const formats = new Map<string, Format>()

/** Making the formats of a language is slow, and every cell of a list needs them. */
function formatOf(language: Language, zone: string | undefined): Format {
  const name = `${language} ${zone ?? ''}`
  const made = formats.get(name) ?? formatFor(language, zone)
  formats.set(name, made)
  return made
}

/** The words and formats of the operator's language. */
export function useText(): Text {
  const { t, i18n } = useTranslation()
  const zone = useZone()
  const language: Language = i18n.language === 'en' ? 'en' : 'fr'
  return useMemo(() => {
    const sentence = (key: string, args?: TextArgs): string => t(key, args ?? {})
    return { t: sentence, sentence, format: formatOf(language, zone), language }
  }, [t, language, zone])
}
