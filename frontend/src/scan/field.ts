export type Field = HTMLInputElement | HTMLTextAreaElement

const withoutText = new Set(['button', 'checkbox', 'radio', 'range', 'file', 'submit', 'reset', 'color', 'image'])

/** The field that a key writes into, or null when it writes nowhere. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && !withoutText.has(target.type) ? target : null
}

/** Sets a field's text so that React hears of it: React watches the prototype's setter. */
export function putBack(field: Field, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
