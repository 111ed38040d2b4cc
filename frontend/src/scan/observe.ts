import type { Stroke } from './reading'

type Observer = (stroke: Stroke) => void

const observers = new Set<Observer>()

/** Sees every key that goes down outside a field, the gun's too, for the page that tests the gun. */
export function observeKeys(observer: Observer): () => void {
  observers.add(observer)
  return () => void observers.delete(observer)
}

/** Shows a key to whoever observes. */
export function observed(stroke: Stroke): void {
  observers.forEach((observer) => observer(stroke))
}
