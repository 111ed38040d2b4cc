// Photos without a camera: small PNG pictures, each of its own bytes.

import { crc32, deflateSync } from 'node:zlib'

const width = 320
const height = 240

/**
 * A picture of stripes in a colour that the number gives.
 *
 * @param {number} number
 * @returns {Buffer}
 */
export function picture(number) {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows.set([(number * 37 + x) % 256, (number * 101 + y) % 256, (x ^ y) % 256], y * (width * 3 + 1) + 1 + x * 3)
    }
  }
  return png(width, height, deflateSync(rows))
}

/** The header of a picture of 200 megapixels, with nothing in it: it must be refused by its size alone. */
export function giant() {
  return png(20_000, 10_000, deflateSync(Buffer.alloc(64)))
}

/**
 * @param {number} wide
 * @param {number} high
 * @param {Buffer} pixels Compressed rows of 8-bit RGB.
 */
function png(wide, high, pixels) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(wide, 0)
  header.writeUInt32BE(high, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

/**
 * @param {string} kind
 * @param {Buffer} content
 */
function chunk(kind, content) {
  const body = Buffer.concat([Buffer.from(kind, 'ascii'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
