import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import type { Combo } from '../keys/shortcuts'
import { Button } from './Button'

/** Chooses a table from the machine's disk. */
export function FileButton({ children, look, shortcut, busy = false, onFile }: {
  readonly children: ReactNode
  readonly look?: 'plain' | 'go'
  readonly shortcut?: Combo
  readonly busy?: boolean
  readonly onFile: (file: File) => void
}): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button busy={busy} icon={<IconFileSpreadsheet size={22} stroke={1.6} aria-hidden />} onPress={() => input.current?.click()} {...(look ? { look } : {})} {...(shortcut ? { shortcut } : {})}>{children}</Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = '' // The same file, mended, is chosen again.
          if (file) onFile(file)
        }}
      />
    </>
  )
}
