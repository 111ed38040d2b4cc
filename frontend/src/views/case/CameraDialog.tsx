import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { openCamera, stillOf } from './camera'
import classes from './PhotoDesk.module.css'

/** What the camera sees; Enter takes it. A camera that does not start leaves the file. */
export function CameraDialog({ onPhoto, onFile, onClose }: {
  readonly onPhoto: (photo: Blob) => void
  readonly onFile: () => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useText()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'ready' | 'none'>('starting')
  useEffect(() => {
    let stream: MediaStream | null = null
    let closed = false
    openCamera().then(
      (opened) => {
        stream = opened
        if (closed || !video.current) stop(opened)
        else video.current.srcObject = opened
      },
      () => { if (!closed) setState('none') },
    )
    return () => {
      closed = true
      if (stream) stop(stream)
    }
  }, [])
  const take = (): void => {
    if (video.current) void stillOf(video.current).then((photo) => { if (photo) onPhoto(photo) })
  }
  return (
    <Dialog
      title={t('case.camera.title')}
      size={900}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look={state === 'none' ? 'go' : 'plain'} onPress={onFile}>{t('case.camera.file')}</Button>
          {state !== 'none' && <Button look="go" shortcut="Enter" autoFocus onPress={take} disabledReason={state === 'starting' ? t('case.camera.starting') : undefined}>{t('case.camera.take')}</Button>}
        </>
      }
    >
      {state === 'none'
        ? <p role="alert">{t('case.camera.none')}</p>
        : <video ref={video} className={classes.video} autoPlay muted playsInline onPlaying={() => setState('ready')} aria-label={t('case.camera.title')} />}
    </Dialog>
  )
}

function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop())
}
