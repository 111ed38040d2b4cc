import { afterEach, expect, test } from 'vitest'
import { bind, boundDigits, comboOf, listed, openLayer, press } from './shortcuts'

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((each) => each()))

test('a key acts on what was bound last, and on nothing when nothing is bound', () => {
  const heard: string[] = []
  undo.push(bind('F9', 0, () => heard.push('first')), bind('F9', 0, () => heard.push('second')))
  expect(press('F9')).toBe(true)
  expect(press('F8')).toBe(false)
  expect(heard).toEqual(['second'])
})

test('a dialog hides the keys of the screen under it until it closes', () => {
  const heard: string[] = []
  undo.push(bind('F9', 0, () => heard.push('screen')))
  const close = openLayer(1)
  expect(press('F9')).toBe(false)
  undo.push(bind('F9', 1, () => heard.push('dialog')))
  press('F9')
  close()
  press('F9')
  expect(heard).toEqual(['dialog', 'screen'])
})

test('the digits that are bound are named by their places', () => {
  undo.push(bind('1', 0, () => undefined), bind('F4', 0, () => undefined))
  expect(boundDigits()).toEqual(['Digit1', 'Numpad1'])
})

test('a key event is named as it is printed', () => {
  expect(comboOf({ key: 'k', ctrlKey: true, metaKey: false })).toBe('Ctrl+K')
  expect(comboOf({ key: 'F9', ctrlKey: false, metaKey: false })).toBe('F9')
})

test('the keys of the top layer are listed with what they do, each once', () => {
  const act = (): void => undefined
  undo.push(bind('F9', 0, act, 'Rembourser'), bind('ArrowDown', 0, act), bind('F9', 0, act, 'Valider'))
  expect(listed().map(({ combo, label }) => [combo, label])).toEqual([['F9', 'Valider']])
  const close = openLayer(1)
  expect(listed()).toEqual([])
  close()
})
