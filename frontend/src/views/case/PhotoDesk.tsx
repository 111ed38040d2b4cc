import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react'
import { casesApi } from '../../api/api'
import { Fault, toFault } from '../../api/fault'
import { originalOf, thumbnailOf, uploadPhoto, type PhotoSource } from '../../api/photos'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { CameraDialog } from './CameraDialog'
import { hasCamera } from './camera'
import { useCaseCommand } from './useCaseCommand'
import classes from './PhotoDesk.module.css'

/** What a photo hangs on: a check, a view, or the case itself. */
export interface PhotoTarget {
  readonly check: string
  readonly view: string
}

const wholeCase: PhotoTarget = { check: '', view: '' }

interface Desk {
  /** Takes a photo: by the camera where there is one, from a file otherwise. */
  readonly take: (target?: PhotoTarget) => void
  /** Says what photos that are dropped or pasted hang on; null for the case itself. */
  readonly aim: (target: PhotoTarget | null) => void
  /** Photos on their way to the disk. */
  readonly saving: number
  /** Why the last photo was not kept. */
  readonly fault: Fault | null
  readonly dismiss: () => void
}

const Context = createContext<Desk>({ take: () => undefined, aim: () => undefined, saving: 0, fault: null, dismiss: () => undefined })

/** Takes photos for the case that is open. */
export function usePhotoDesk(): Desk {
  return use(Context)
}

/** Why the last photo was not kept, where it was to be taken. */
export function PhotoFault(): ReactNode {
  const { fault, dismiss } = usePhotoDesk()
  return fault && <ErrorNotice error={fault} onClose={dismiss} />
}

/** Makes photos that are dropped, pasted or taken with F4 hang on this while it is set. */
export function useAim(target: PhotoTarget | null): void {
  const { aim } = usePhotoDesk()
  const { check = '', view = '' } = target ?? {}
  useEffect(() => {
    aim({ check, view })
    return () => aim(null)
  }, [aim, check, view])
}

/** Photos of the case from wherever they come: camera, file, clipboard, a drag onto the window. */
export function PhotoDesk({ id, enabled, children }: { readonly id: string; readonly enabled: boolean; readonly children: ReactNode }): ReactNode {
  const { t } = useText()
  const aimed = useRef<PhotoTarget>(wholeCase)
  const chosenFor = useRef<PhotoTarget>(wholeCase)
  const picker = useRef<HTMLInputElement>(null)
  const [camera, setCamera] = useState<PhotoTarget | null>(null)
  const [saving, setSaving] = useState(0)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const hang = useCaseCommand((command: string, form: Parameters<typeof casesApi.AddEvidence>[2]) => casesApi.AddEvidence(command, id, form))

  const { dismiss: dismissHang } = hang
  const dismiss = useCallback(() => { setFault(null); dismissHang() }, [dismissHang])
  const shown = fault ?? hang.fault

  const add = async (files: readonly Blob[], source: PhotoSource, target: PhotoTarget): Promise<void> => {
    if (files.length === 0 || !enabled) return
    dismiss()
    setSaving((count) => count + files.length)
    try {
      const photos = await Promise.all(files.map((file) => uploadPhoto(file, source)))
      play((await hang.give({ photos, ...target, source })) ? 'done' : 'refused')
    } catch (thrown) {
      play('refused')
      setFault(toFault(thrown))
    } finally {
      setSaving((count) => count - files.length)
    }
  }

  const desk = useMemo<Desk>(
    () => ({
      saving,
      fault: shown,
      dismiss,
      aim: (target) => { aimed.current = target ?? wholeCase },
      take: (target) => {
        if (!enabled) return
        chosenFor.current = target ?? aimed.current
        void hasCamera().then((there) => (there ? setCamera(chosenFor.current) : picker.current?.click()))
      },
    }),
    [enabled, saving, shown, dismiss],
  )
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const images = imagesIn(event.clipboardData)
    if (images.length === 0) return
    event.preventDefault()
    void add(images, 'paste', aimed.current)
  })
  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    const images = imagesIn(event.dataTransfer)
    if (images.length > 0) void add(images, 'drop', aimed.current)
    else if (enabled && event.dataTransfer?.types.includes('Files') === true) {
      play('refused')
      setFault(new Fault('invalid', 'errors_media.not_a_photo'))
    }
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => onPaste(event)
    const drop = (event: DragEvent): void => onDrop(event)
    const enter = (event: DragEvent): void => setOver(event.dataTransfer?.types.includes('Files') ?? false)
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false) }
    window.addEventListener('paste', paste)
    window.addEventListener('drop', drop)
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    return () => {
      window.removeEventListener('paste', paste)
      window.removeEventListener('drop', drop)
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
    }
  }, [])

  return (
    <Context value={desk}>
      {children}
      {over && enabled && <p className={classes.over}>{t('case.photos.here')}</p>}
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('case.camera.file')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void add(files, 'file', chosenFor.current)
        }}
      />
      {camera && (
        <CameraDialog
          onPhoto={(photo) => { setCamera(null); void add([photo], 'camera', camera) }}
          onFile={() => { setCamera(null); picker.current?.click() }}
          onClose={() => setCamera(null)}
        />
      )}
    </Context>
  )
}

function imagesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** Pictures of photos by their identities, as PhotoGrid shows them. */
export function pictures(photos: readonly { readonly photo: string; readonly caption: string; readonly flagged?: boolean }[]): {
  readonly id: string
  readonly thumbnail: string
  readonly full: string
  readonly caption: string
  readonly flagged: boolean
}[] {
  return photos.map(({ photo, caption, flagged = false }, i) => ({
    id: `${photo} ${i}`, thumbnail: thumbnailOf(photo), full: originalOf(photo), caption, flagged,
  }))
}
