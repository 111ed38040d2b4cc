// Searches the files of a folder for words, the way somebody would who wants to find
// them: as they stand, wide, and inside compressed streams.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, inflateSync } from 'node:zlib'

/**
 * Which words are in which file.
 *
 * @param {string} folder
 * @param {readonly string[]} words
 * @returns {Promise<string[]>}
 */
export async function traces(folder, words) {
  const found = new Set()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = await contentOf(join(entry.parentPath, entry.name))
    for (const text of [content, ...unpacked(content)]) {
      for (const word of words) if (spellings(word).some((spelling) => text.includes(spelling))) found.add(`${word} in ${entry.name}`)
    }
  }
  return [...found].sort()
}

/**
 * The bytes of a file; none of one that was only passing through.
 *
 * @param {string} path
 */
async function contentOf(path) {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/**
 * The bytes in which a word can stand: one to a letter, two, and two the other way round.
 *
 * @param {string} word
 */
function spellings(word) {
  const wide = Buffer.from(word, 'utf16le')
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()]
}

/**
 * What the compressed streams in a file say, such as the pages of a PDF.
 *
 * @param {Buffer} content
 */
function unpacked(content) {
  const mark = 'stream\n'
  const streams = []
  for (let at = content.indexOf(mark); at !== -1; at = content.indexOf(mark, at + 1)) {
    try {
      streams.push(inflateSync(content.subarray(at + mark.length), { finishFlush: constants.Z_SYNC_FLUSH }))
    } catch {
      // It is no stream that is packed this way.
    }
  }
  return streams
}
