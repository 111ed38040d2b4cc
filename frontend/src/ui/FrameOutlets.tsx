import { createContext, use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Where the frame lets a screen write: beside the title in the header, and at the foot. */
export interface Outlets {
  readonly head: HTMLElement | null
  readonly foot: HTMLElement | null
}

/** The outlets of the frame around a screen. */
export const FrameOutlets = createContext<Outlets>({ head: null, foot: null })

/** The title of this screen, written in the frame's header. */
export function FrameHead({ children }: { readonly children: ReactNode }): ReactNode {
  const { head } = use(FrameOutlets)
  return head && createPortal(children, head)
}

/** The actions of this screen, written at the frame's foot. */
export function FrameFoot({ children }: { readonly children: ReactNode }): ReactNode {
  const { foot } = use(FrameOutlets)
  return foot && createPortal(children, foot)
}
