import { createContext, use, useEffect, useEffectEvent, type ReactNode } from 'react'
import { bind, openLayer, type Combo } from './shortcuts'

const Layer = createContext(0)

/** Gives what is inside the keyboard for itself while it is mounted. */
export function ShortcutLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const layer = use(Layer) + 1
  useEffect(() => openLayer(layer), [layer])
  return <Layer value={layer}>{children}</Layer>
}

/** Binds a key to an action while the component is mounted and enabled. With words it is listed in the palette and the help. */
export function useShortcut(combo: Combo | undefined, act: () => void, enabled = true, label = ''): void {
  const layer = use(Layer)
  const onPress = useEffectEvent(act)
  useEffect(() => {
    if (combo === undefined || !enabled) return
    return bind(combo, layer, () => onPress(), label)
  }, [combo, layer, enabled, label])
}
