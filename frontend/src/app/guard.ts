/**
 * Takes away what a browser does on its own and a station must not: zoom by
 * wheel, keys or pinch, and leaving the page for a file that was dropped on it.
 */
export function guardWindow(): void {
  window.addEventListener('wheel', (event) => { if (event.ctrlKey) event.preventDefault() }, { passive: false })
  window.addEventListener('keydown', (event) => { if (event.ctrlKey && ['+', '-', '=', '0'].includes(event.key)) event.preventDefault() })
  window.addEventListener('gesturestart', (event) => event.preventDefault())
  for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault())
}
