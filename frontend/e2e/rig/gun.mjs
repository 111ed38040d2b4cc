// A wired scanner: a keyboard that types a label's code as fast as one does, with
// Enter after it. Its keys carry the time at which they were struck, so that a busy
// machine does not turn a scanner into a slow typist.

const pace = 8 // Milliseconds between two keys, as measured on real scanners.
const shift = 8 // Bit of the protocol's modifiers.

/**
 * @param {import('playwright-core').CDPSession} keyboard
 * @param {string} code
 */
export async function shoot(keyboard, code) {
  const strokes = [...Array.from(code, strokeOf), { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }]
  const first = Date.now()
  await Promise.all(
    strokes.flatMap((stroke, i) => {
      const timestamp = (first + i * pace) / 1000
      return [
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...stroke }),
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.004, ...stroke, text: '' }),
      ]
    }),
  )
}

/**
 * The key of a US keyboard that writes a character of a label.
 *
 * @param {string} text
 */
function strokeOf(text) {
  if (/\d/.test(text)) return { key: text, code: `Digit${text}`, text, windowsVirtualKeyCode: text.charCodeAt(0) }
  if (/[A-Z]/.test(text)) return { key: text, code: `Key${text}`, text, windowsVirtualKeyCode: text.charCodeAt(0), modifiers: shift }
  if (text === '-') return { key: text, code: 'Minus', text, windowsVirtualKeyCode: 189 }
  throw new Error(`no label holds ${JSON.stringify(text)}`)
}
