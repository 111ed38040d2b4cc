import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from './catalogue'
import { formatFor, type Format } from './format'
import type { TextArgs, TextKey } from './keys'

export interface Text {
  /** A sentence that this screen names itself. */
  readonly t: (key: TextKey, args?: TextArgs) => string
  /** A sentence whose full key came from Go, such as the message of an error or a rule's name. */
  readonly sentence: (key: string, args?: TextArgs) => string
  readonly format: Format
  readonly language: Language
}

/** The words and formats of the operator's language. */
export function useText(): Text {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'fr'
  return useMemo(() => {
    const sentence = (key: string, args?: TextArgs): string => t(key, args ?? {})
    return { t: sentence, sentence, format: formatFor(language), language }
  }, [t, language])
}
