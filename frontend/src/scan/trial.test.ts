import { expect, test } from 'vitest'
import azerty from './testdata/azerty-us-gun-imei.json'
import wired from './testdata/gun-8ms.json'
import bluetooth from './testdata/bluetooth-40ms.json'
import { trialOf } from './trial'

test('a wired gun is given the shortest pauses that are safe', () => {
  const trial = trialOf(wired.events)
  expect(trial?.reading[0].text).toBe('356938035643809')
  expect(trial).toMatchObject({ terminator: 'enter', layoutDiffers: false, byHand: false })
  expect(trial?.suggested.maxGap).toBeLessThanOrEqual(30)
})

test('a slow gun is given longer ones', () => {
  const trial = trialOf(bluetooth.events)
  expect(trial?.suggested.maxGap).toBeGreaterThan(trial?.longest ?? Infinity)
})

test('a gun that writes for another keyboard is told so, and still read', () => {
  expect(trialOf(azerty.events)).toMatchObject({ layoutDiffers: true, reading: [{ text: '356938035643809' }] })
})

test('a person is told from a gun', () => {
  const typed = Array.from('123456', (key, i) => ({ key, code: `Digit${key}`, shift: false, t: i * 220 }))
  expect(trialOf(typed)).toMatchObject({ byHand: true, terminator: 'none' })
})

test('three keys say nothing', () => expect(trialOf(Array.from('123', (key, i) => ({ key, code: `Digit${key}`, shift: false, t: i })))).toBeNull())
