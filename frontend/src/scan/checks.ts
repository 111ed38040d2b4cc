// The arithmetic that tells a code read right from one read wrong.

/** Luhn, ISO/IEC 7812-1 annex B: the check digit of an IMEI. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits.charAt(digits.length - 1 - i))
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

/** IMEIs that belong to no device although their check digit is right: test units and unset memories show them. */
const dummies = new Set(['004999010640000', '012345678901237', '123456789012347', '135790246811220'])

/** Reports whether an IMEI is one that firmware shows when it holds none. */
export function isDummyIMEI(imei: string): boolean {
  return dummies.has(imei) || /^(\d)\1+$/.test(imei) || imei.startsWith('00000000')
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check character of ISO 7064 MOD 37,36 over letters and digits. */
export function mod37_36(text: string): string {
  let product = 36
  for (const character of text) {
    product = (product + alphabet.indexOf(character)) % 36 || 36
    product = (product * 2) % 37
  }
  return alphabet.charAt((37 - product) % 36)
}

/** UPU S10: the ninth digit of a postal item's number, weights 8 6 4 2 3 5 9 7. */
export function s10(digits: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  const rest = 11 - (sum % 11)
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return check === Number(digits.charAt(8))
}

/** UPS: the last digit of 1Z…, letters counting from A = 2, every second character doubled. */
export function ups(tracking: string): boolean {
  let sum = 0
  const body = tracking.slice(2, -1)
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i)
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10
    sum += i % 2 === 1 ? value * 2 : value
  }
  return (10 - (sum % 10)) % 10 === Number(tracking.slice(-1))
}

/** DHL Express: the tenth digit of a waybill is the other nine modulo 7. */
export function dhlWaybill(digits: string): boolean {
  return Number(digits.slice(0, 9)) % 7 === Number(digits.slice(9))
}
