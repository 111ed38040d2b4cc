import { call } from './call'

/** Where a photo came from; the sources that the media handler knows. */
export type PhotoSource = 'camera' | 'file' | 'paste' | 'drop'

/** A photo may be large and the disk slow, and it is fsynced before the station answers; in milliseconds. */
const patience = 60_000

/** Puts a photo on the station's disk and answers its identity. The bytes never cross the bindings. */
export function uploadPhoto(bytes: Blob, source: PhotoSource): Promise<string> {
  return call(async () => {
    const answer = await fetch(`/media/photos?source=${source}`, { method: 'POST', body: bytes })
    const told = await answer.text()
    if (!answer.ok) throw new Error(told)
    return (JSON.parse(told) as { id: string }).id
  }, patience)
}

/** The address of a photo as small pictures show it. */
export function thumbnailOf(id: string): string {
  return `/media/photos/${id}/thumbnail`
}

/** The address of the photo itself. */
export function originalOf(id: string): string {
  return `/media/photos/${id}`
}
