import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../text/useText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { classify, type Code } from './classify'

/** For a label that no gun can read: the code typed by hand goes the way of a scan. */
export function ByHand({ onCode, onClose }: { readonly onCode: (code: Code) => void; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const [text, setText] = useState('')
  const take = (): void => {
    if (text.trim() === '') return
    onClose()
    onCode(classify(text))
  }
  return (
    <Dialog
      title={t('scan.by_hand.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('screen.confirm.cancel')}</Button>
          <Button look="go" shortcut="F9" onPress={take}>{t('scan.by_hand.go')}</Button>
        </>
      }
    >
      <TextInput
        label={t('scan.by_hand.label')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter') take() }}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
      />
    </Dialog>
  )
}
