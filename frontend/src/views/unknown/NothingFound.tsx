import { IconPackage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../../text/useText'
import { classify } from '../../scan/classify'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import classes from './ScannedScreen.module.css'

/** A code that belongs to no case and to no sale, and what can be done about it. */
export function NothingFound({ code }: { readonly code: string }): ReactNode {
  const { t } = useText()
  const { kind, carrier } = classify(code)
  return (
    <Card padded={false} className={classes.nothing}>
      <Pill tone="info" icon={<IconPackage size={18} aria-hidden />}>{carrier === undefined ? t(`scan.kind.${kind}`) : t('home.nothing.carrier', { carrier })}</Pill>
      <h2>{t('home.no_case_title')}</h2>
      <p className={classes.why}>{t('home.nothing.why')}</p>
      <p className={classes.why}>{t('home.nothing.then')}</p>
    </Card>
  )
}
