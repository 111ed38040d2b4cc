import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import classes from './DocumentFrame.module.css'

/** A document as it will be printed, in the viewer that the window has for PDF. */
export function DocumentFrame({ name, address }: { readonly name: string; readonly address: string }): ReactNode {
  const { t } = useText()
  return <iframe className={classes.frame} src={address} title={t('screen.document.preview', { name })} />
}
