import { IconExternalLink, IconPrinter } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { DocumentFrame } from './DocumentFrame'
import classes from './PrintDialog.module.css'

/** A page as it will be printed, and the key that prints it. */
export function PrintDialog({ title, address, onClose, children, actions }: {
  readonly title: string
  readonly address: string
  readonly onClose: () => void
  /** What is to be known of it. */
  readonly children?: ReactNode
  /** What else can be done with it. */
  readonly actions?: ReactNode
}): ReactNode {
  const { t } = useText()
  const holder = useRef<HTMLDivElement>(null)
  const print = (): void => holder.current?.querySelector('iframe')?.contentWindow?.print()
  return (
    <Dialog
      title={title}
      size={1000}
      onClose={onClose}
      actions={
        <>
          <a className={classes.open} href={address} target="_blank" rel="noreferrer"><IconExternalLink size={18} aria-hidden /> {t('case.document.open')}</a>
          {actions}
          <Button onPress={onClose} shortcut="Escape">{t('case.document.close')}</Button>
          <Button look="go" shortcut="F9" autoFocus icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={print}>{t('case.document.print')}</Button>
        </>
      }
    >
      {children}
      <div ref={holder} className={classes.frame}><DocumentFrame name={title} address={address} /></div>
    </Dialog>
  )
}
