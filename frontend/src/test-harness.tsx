import { act, render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { newQueries } from './api/queries'
import { Providers } from './app/Providers'
import { openCatalogue } from './text/catalogue'

/** Renders a screen's part with everything it stands on, in French. */
export function show(part: ReactNode): RenderResult {
  openCatalogue('fr')
  return render(<Providers queries={newQueries()}>{part}</Providers>)
}

/** One key, as a keyboard sends it; t is its time in milliseconds on the page's clock. */
export function strike(key: string, code: string, t: number, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: t })
  act(() => void target.dispatchEvent(event))
  return event
}

/** A gun's burst at 8 ms with its Enter; into a field it writes as a keyboard does. */
export function shoot(text: string, t: number, target: HTMLElement = document.body): KeyboardEvent {
  let at = t
  for (const character of text) {
    const code = /\d/.test(character) ? `Digit${character}` : character === '-' ? 'Minus' : `Key${character.toUpperCase()}`
    const { defaultPrevented } = strike(character, code, (at += 8), target)
    if (target instanceof HTMLInputElement && !defaultPrevented) target.value += character
  }
  return strike('Enter', 'Enter', at + 8, target)
}
