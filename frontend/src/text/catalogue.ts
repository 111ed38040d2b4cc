import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

const files = import.meta.glob<Record<string, string>>('../../../app/text/catalogues/*/*.json', {
  eager: true,
  import: 'default',
})

/** Every sentence of a language under its full key: the file's name, a dot and its key there. */
function sentences(language: Language): Record<string, string> {
  const all: Record<string, string> = {}
  for (const [path, flat] of Object.entries(files)) {
    const [, folder, subject] = /\/(\w+)\/(\w+)\.json$/.exec(path) ?? []
    if (folder !== language || subject === undefined) continue
    for (const [key, sentence] of Object.entries(flat)) all[`${subject}.${key}`] = sentence
  }
  return all
}

/** The catalogues that screens and paper share, as app/text describes them. */
export const catalogue = createInstance()

/** Loads the catalogues; there is nothing to wait for, they are in the bundle. */
export function openCatalogue(language: Language): void {
  void catalogue.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    resources: Object.fromEntries(languages.map((l) => [l, { translation: sentences(l) }])),
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes.
    initAsync: false,
    returnNull: false,
  })
  document.documentElement.lang = language
  catalogue.on('languageChanged', (next) => (document.documentElement.lang = next))
}
