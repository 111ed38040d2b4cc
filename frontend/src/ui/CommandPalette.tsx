import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { openLayer } from '../keys/shortcuts'
import { useShortcut } from '../keys/useShortcut'
import { useText } from '../text/useText'
import classes from './CommandPalette.module.css'
import { KeyCap } from './KeyCap'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly shortcut?: string
  /** Was found by what was typed, whatever words it shows. */
  readonly found?: boolean
  readonly act: () => void
}

/** Above every dialog: while the palette is open no key of a screen acts. */
const paletteLayer = 100

/** Small letters without accents: "a faire" finds "À faire". */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The actions whose words hold every word that was typed, in any order. */
export function matching<A extends Pick<PaletteAction, 'label' | 'note' | 'found'>>(typed: string, actions: readonly A[]): A[] {
  const words = plainLetters(typed).split(/\s+/).filter(Boolean)
  return actions.filter(({ label, note = '', found = false }) => {
    if (found) return true
    const said = plainLetters(`${label} ${note}`)
    return words.every((word) => said.includes(word))
  })
}

/** Every action of this place by its name; Ctrl+K opens it. */
export function CommandPalette({ actions, onOpen, onTyped }: {
  readonly actions: readonly PaletteAction[]
  /** Told before it opens, while the keys of the screen still act. */
  readonly onOpen?: () => void
  readonly onTyped?: (typed: string) => void
}): ReactNode {
  const { t } = useText()
  const closeLayer = useRef<() => void>(undefined)
  useShortcut('Ctrl+K', () => spotlight.open(), true, t('screen.palette.open'))
  return (
    <Spotlight
      shortcut={null}
      onSpotlightOpen={() => {
        onOpen?.()
        closeLayer.current = openLayer(paletteLayer)
      }}
      {...(onTyped === undefined ? {} : { onQueryChange: onTyped })}
      onSpotlightClose={() => closeLayer.current?.()}
      lockScroll={false}
      scrollable
      maxHeight={480}
      yOffset={96}
      overlayProps={{ color: '#1d1b17', backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      classNames={classes}
      attributes={{ content: { 'aria-label': t('screen.palette.open') } }}
      nothingFound={t('screen.palette.nothing')}
      searchProps={{ leftSection: <IconSearch size={22} aria-hidden />, placeholder: t('screen.palette.search'), 'aria-label': t('screen.palette.search') }}
      filter={(typed) => matching(typed, actions).map(spoken)}
      actions={actions.map(spoken)}
    />
  )
}

function spoken({ id, label, note, shortcut, act }: PaletteAction): React.ComponentProps<typeof Spotlight>['actions'][number] {
  return {
    id,
    label,
    onClick: act,
    ...(note === undefined ? {} : { description: note }),
    ...(shortcut === undefined ? {} : { rightSection: <KeyCap combo={shortcut} /> }),
  }
}
