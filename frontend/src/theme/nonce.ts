/** The nonce that the station put into this page, for the style elements Mantine writes under the strict policy. */
export function styleNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}
