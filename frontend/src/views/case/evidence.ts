import type { api } from '../../api/api'
import type { Text } from '../../text/useText'

/** A photo of the case with what it shows. */
export interface CasePhoto {
  readonly photo: string
  readonly caption: string
  /** Shows a defect. */
  readonly flagged: boolean
}

/** The photos that the customer sent in the conversation. */
export function customerPhotos({ messages }: Pick<api.CaseView, 'messages'>, t: Text['t']): CasePhoto[] {
  return messages
    .filter(({ author }) => author === 'customer')
    .flatMap(({ attachments }) => attachments)
    .filter(({ photo }) => photo !== '')
    .map(({ photo }) => ({ photo, caption: t('case.photos.customer'), flagged: false }))
}

/** Every photo of the case: the workshop's first, then the customer's. */
export function photosOf(view: Pick<api.CaseView, 'evidence' | 'messages' | 'inspection'>, t: Text['t'], sentence: Text['sentence']): CasePhoto[] {
  const failed = new Set(view.inspection?.checks.filter(({ answer }) => answer === 'ko').map(({ code }) => code))
  const ours = view.evidence.map(({ photo, check, view: seen }) => ({
    photo,
    caption: check !== '' ? sentence(`catalog.check.${check}.label`) : seen !== '' ? sentence(`catalog.view.${seen}`) : t('case.photos.case'),
    flagged: failed.has(check),
  }))
  const own = new Set(ours.map(({ photo }) => photo))
  return [...ours, ...customerPhotos(view, t).filter(({ photo }) => !own.has(photo))]
}

/** How many photos hang on a check. */
export function photosOn({ evidence }: Pick<api.CaseView, 'evidence'>, check: string): number {
  return evidence.filter((one) => one.check === check).length
}
