import { useEffect, useState } from 'react'

/**
 * What is being typed in a form: it outlives another screen and a reload of the
 * page, and goes with the window, or when it is forgotten because it was sent.
 */
export function useDraft<T extends object>(name: string, blank: T): { draft: T; set: (part: Partial<T>) => void; forget: () => void } {
  const key = `draft.${name}`
  const [draft, setDraft] = useState(() => ({ ...blank, ...kept<T>(key) }))
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    if (changed) window.sessionStorage.setItem(key, JSON.stringify(draft))
  }, [key, draft, changed])
  return {
    draft,
    set: (part) => {
      setChanged(true)
      setDraft((before) => ({ ...before, ...part }))
    },
    forget: () => window.sessionStorage.removeItem(key),
  }
}

function kept<T>(key: string): Partial<T> {
  const written = window.sessionStorage.getItem(key)
  return written === null ? {} : (JSON.parse(written) as Partial<T>)
}
