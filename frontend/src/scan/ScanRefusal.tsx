import { IconBarcodeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TextKey } from '../text/keys'
import { useText } from '../text/useText'
import { Banner } from '../ui/Banner'
import { useScanNotice, type ScanNotice } from './ScanProvider'

const sentences: Readonly<Record<Exclude<ScanNotice['fate'], 'taken' | 'failed'>, TextKey>> = {
  useless: 'scan.refused.here',
  'error-open': 'scan.refused.error_open',
  luhn: 'scan.refused.luhn',
  dummy: 'scan.refused.dummy',
}

/** Says why the latest scan did nothing, until the next one or until the screen changes. */
export function ScanRefusal(): ReactNode {
  const { t, sentence } = useText()
  const { notice, dismiss } = useScanNotice()
  if (!notice || notice.fate === 'taken') return null
  const { code } = notice
  return (
    <Banner tone="warn" icon={<IconBarcodeOff size={24} aria-hidden />} onClose={dismiss}>
      {notice.fate === 'failed' ? sentence(notice.fault.key, notice.fault.args) : t(sentences[notice.fate], { code: code.text, kind: t(`scan.kind.${code.kind}`) })}
    </Banner>
  )
}
