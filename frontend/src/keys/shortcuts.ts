// The keys of the screens. One registry, so that the scanner decides first whether
// a key is a person's, and so that a dialog's keys hide those of the screen under it.

/** A key by its name ("F9", "Escape", "Enter"), with "Ctrl+" before it where needed; a digit is the place of the key ("1"). */
export type Combo = string

interface Entry {
  readonly combo: Combo
  readonly layer: number
  /** What it does, in words; '' for keys that need none, such as the arrows of a list. */
  readonly label: string
  readonly act: () => void
}

const entries: Entry[] = []
const layers: number[] = [0]

/** Opens a layer, for a dialog: the keys of lower ones rest until the returned function closes it. */
export function openLayer(layer: number): () => void {
  layers.push(layer)
  return () => leave(layers, layer)
}

/** Binds a key until the returned function is called. The latest binding of the top layer wins. */
export function bind(combo: Combo, layer: number, act: () => void, label = ''): () => void {
  const entry = { combo, layer, label, act }
  entries.push(entry)
  return () => leave(entries, entry)
}

/** Takes one out; one that has left already is left alone. */
function leave<T>(all: T[], one: T): void {
  const at = all.lastIndexOf(one)
  if (at !== -1) all.splice(at, 1)
}

/** Acts on a key; reports whether something was bound to it. */
export function press(combo: Combo): boolean {
  const top = Math.max(...layers)
  const entry = entries.findLast((candidate) => candidate.combo === combo && candidate.layer === top)
  entry?.act()
  return entry !== undefined
}

/** What the keys do now, in words: those of the top layer, each key once, as it would act. */
export function listed(): { readonly combo: Combo; readonly label: string; readonly act: () => void }[] {
  const top = Math.max(...layers)
  const acting = new Map<Combo, Entry>()
  for (const entry of entries) if (entry.layer === top) acting.set(entry.combo, entry)
  return [...acting.values()].filter(({ label }) => label !== '')
}

/** The places of the digits that are bound now, for the decoder to hold back. */
export function boundDigits(): string[] {
  const top = Math.max(...layers)
  return entries
    .filter(({ combo, layer }) => layer === top && /^\d$/.test(combo))
    .flatMap(({ combo }) => [`Digit${combo}`, `Numpad${combo}`])
}

/** The combo that a key event stands for. */
export function comboOf({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): Combo {
  const name = key.length === 1 ? key.toUpperCase() : key
  return ctrlKey || metaKey ? `Ctrl+${name}` : name
}
