/**
 * Reads an amount as a person types it, "329", "329,00" or "1 329.5", in minor
 * units; null for what is no amount. Nothing typed is zero.
 */
export function readAmount(typed: string): number | null {
  const plain = typed.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  if (plain === '') return 0
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return null
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
