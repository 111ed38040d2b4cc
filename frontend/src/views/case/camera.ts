/** Reports whether this station has a camera that a page may use. Outside a secure context there is none. */
export async function hasCamera(): Promise<boolean> {
  if (!('mediaDevices' in navigator)) return false
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.some(({ kind }) => kind === 'videoinput')
  } catch {
    return false // The window allows no camera: a file does as well.
  }
}

/** What the camera sees, as large as it goes. */
export function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: 'environment' } })
}

/** The picture of a video at this moment, as JPEG; null when it shows nothing yet. */
export function stillOf(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return Promise.resolve(null)
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
}
