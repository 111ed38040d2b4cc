import { describe, expect, test } from 'vitest'
import { replay, type Recording } from './recording'

const recordings = Object.entries(
  import.meta.glob<Recording>('./testdata/*.json', { eager: true, import: 'default' }),
)

describe('the decoder', () => {
  test('has recordings to replay', () => expect(recordings.length).toBeGreaterThan(30))

  test.each(recordings.map(([path, recording]) => [recording.title ?? path, recording] as const))(
    '%s',
    (_title, recording) => {
      const { expected } = recording
      const got = replay(recording)
      expect(got.scans.map(({ reading, fate }) => ({ texts: reading.map(({ text }) => text), fate }))).toEqual(
        expected.scans.map(({ text, or, fate }) => ({
          texts: or === undefined ? [text] : [text, or],
          fate: fate ?? 'accepted',
        })),
      )
      expected.scans.forEach(({ kind, restore }, i) => {
        if (kind !== undefined) expect(got.scans[i]?.reading[0].kind).toBe(kind)
        if (restore !== undefined) expect(got.scans[i]?.restore).toBe(restore)
      })
      if (expected.hotkeys) expect(got.hotkeys).toEqual(expected.hotkeys)
      if (expected.swallowedEnter !== undefined) expect(got.swallowedEnter).toBe(expected.swallowedEnter)
    },
  )
})
