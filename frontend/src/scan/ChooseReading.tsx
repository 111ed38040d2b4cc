import type { ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import type { Code } from './classify'

/** Asks which of two codes stands on the label, when gun and keyboard disagree and both are sound. */
export function ChooseReading({ codes, onChoose }: {
  readonly codes: readonly [Code, Code]
  readonly onChoose: (code: Code | null) => void
}): ReactNode {
  const { t } = useText()
  return (
    <Dialog
      title={t('scan.choose.title')}
      onClose={() => onChoose(null)}
      actions={codes.map((code, i) => (
        <Button key={code.text} shortcut={`F${i + 1}`} onPress={() => onChoose(code)}>{code.text}</Button>
      ))}
    >
      <p>{t('scan.choose.why')}</p>
    </Dialog>
  )
}
