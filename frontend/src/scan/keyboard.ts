// A scan gun is a keyboard: it sends the places of keys, and the computer's
// layout turns places into characters. When gun and computer disagree the
// characters are wrong while the places are right, so a burst is read both ways.

/** What the keys of a US keyboard write, by their place: plain, then with Shift. */
const us: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
}

const shiftedDigits = ')!@#$%^&*('

/** The character that a US keyboard writes for the key at this place, or '' for a key that writes none. */
export function usCharacter(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(Digit|Numpad)(\d)$/.exec(code)
  if (digit?.[2] !== undefined) {
    return shift && digit[1] === 'Digit' ? shiftedDigits.charAt(Number(digit[2])) : digit[2]
  }
  return us[code]?.[shift ? 1 : 0] ?? ''
}

/** Reports whether the browser's key name stands for a character that the key writes. */
export function writesCharacter(key: string): boolean {
  return key.length === 1 || (key.length === 2 && key.codePointAt(0) !== key.charCodeAt(0))
}
