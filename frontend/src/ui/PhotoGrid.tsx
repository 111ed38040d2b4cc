import { useState, type ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { Dialog } from './Dialog'
import classes from './PhotoGrid.module.css'
import { names } from './tone'

export interface Photo {
  readonly id: string
  /** Address of the thumbnail. */
  readonly thumbnail: string
  /** Address of the picture as it is looked at. */
  readonly full: string
  readonly caption: string
  /** Shows a defect. */
  readonly flagged?: boolean
}

/** Photos as evidence: small side by side, large one by one. */
export function PhotoGrid({ photos, actions }: {
  readonly photos: readonly Photo[]
  /** What can be done with the photo that is looked at, by its place. */
  readonly actions?: (place: number) => ReactNode
}): ReactNode {
  const { t } = useText()
  const [open, setOpen] = useState<number | null>(null)
  const shown = open === null ? undefined : photos[open]
  const turn = (by: number): void => setOpen((at) => ((at ?? 0) + by + photos.length) % photos.length)
  return (
    <>
      <div className={classes.grid}>
        {photos.map(({ id, thumbnail, caption, flagged = false }, i) => (
          <button key={id} type="button" className={names(classes.photo, flagged && classes.flagged)} onClick={() => setOpen(i)} aria-label={[t('screen.photo.open', { caption }), flagged && t('screen.photo.flagged')].filter(Boolean).join(', ')}>
            <img src={thumbnail} alt="" loading="lazy" />
          </button>
        ))}
      </div>
      {shown && (
        <Dialog
          title={shown.caption}
          size={1000}
          onClose={() => setOpen(null)}
          actions={
            <>
              {open !== null && actions?.(open)}
              {photos.length > 1 && <Button shortcut="ArrowLeft" onPress={() => turn(-1)}>{t('screen.photo.previous')}</Button>}
              {photos.length > 1 && <Button shortcut="ArrowRight" onPress={() => turn(1)}>{t('screen.photo.next')}</Button>}
              <Button shortcut="Escape" onPress={() => setOpen(null)}>{t('screen.photo.close')}</Button>
            </>
          }
        >
          <img className={classes.full} src={shown.full} alt={shown.caption} />
        </Dialog>
      )}
    </>
  )
}
