import type { ReactNode } from 'react'

/** The mark: an R whose leg is the way back. */
export function Mark({ size = 44 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden>
      <rect width="44" height="44" rx="12" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-ink)" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M14 34V17a7 7 0 0 1 7-7h3a7 7 0 0 1 0 14h-9" />
        <path d="m19.500 19.500-5 4.500 5 4.500M25 24l7 10" />
      </g>
    </svg>
  )
}
