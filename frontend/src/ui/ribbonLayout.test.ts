import { expect, test } from 'vitest'
import { layoutRibbon, type PlacedMark, type RibbonMark } from './ribbonLayout'

const measure = (label: string): number => label.length * 8
const mark = (id: string, at: number, label: string, weight: RibbonMark['weight'] = 'past'): RibbonMark => ({ id, at, label, weight, tone: 'plain' })

function overlaps(placed: readonly PlacedMark[]): string[] {
  const shown = placed.filter((each): each is PlacedMark & { labelX: number } => each.labelX !== null)
  return shown.flatMap((a) =>
    shown
      .filter((b) => b.id > a.id && b.lane === a.lane)
      .filter((b) => Math.abs(a.labelX - b.labelX) < (measure(a.label) + measure(b.label)) / 2)
      .map((b) => `${a.id} over ${b.id}`),
  )
}

test('what happened is written above, what matters now below', () => {
  const placed = layoutRibbon([mark('a', 0.1, 'livré 2 nov.'), mark('b', 0.5, 'maintenant', 'now'), mark('c', 0.9, 'plafond', 'due')], 1000, measure)
  expect(placed.map(({ lane }) => lane)).toEqual(['above', 'below', 'below'])
  expect(placed.map(({ labelX }) => labelX)).toEqual([100, 500, 900])
})

test('labels that would touch are pushed apart', () => {
  const placed = layoutRibbon([mark('a', 0.4, 'défaut déclaré'), mark('b', 0.42, 'reçu mer. 18')], 1000, measure)
  expect(overlaps(placed)).toEqual([])
  expect(placed.every(({ labelX }) => labelX !== null)).toBe(true)
})

test('labels stay inside the line at both ends', () => {
  const placed = layoutRibbon([mark('a', 0, 'livré lundi 2'), mark('b', 1, 'plafond légal')], 800, measure)
  expect(placed[0]!.labelX).toBeGreaterThanOrEqual(52)
  expect(placed[1]!.labelX).toBeLessThanOrEqual(748)
})

test('what is urgent keeps its label when there is no room for all', () => {
  const crowd = Array.from({ length: 12 }, (_, i) => mark(`p${i}`, 0.45 + i / 200, 'quelque chose est arrivé'))
  const placed = layoutRibbon([...crowd, mark('z', 0.5, 'maintenant', 'now')], 600, measure)
  expect(placed.find(({ id }) => id === 'z')?.labelX).not.toBeNull()
  expect(placed.some(({ labelX }) => labelX === null)).toBe(true)
  expect(overlaps(placed)).toEqual([])
})

test('no two labels touch, wherever the marks are', () => {
  let seed = 42
  const random = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  for (let round = 0; round < 300; round++) {
    const marks = Array.from({ length: 2 + Math.floor(random() * 8) }, (_, i) =>
      mark(`m${i}`, random(), 'x'.repeat(4 + Math.floor(random() * 24)), (['past', 'now', 'due'] as const)[Math.floor(random() * 3)]),
    )
    expect(overlaps(layoutRibbon(marks, 400 + random() * 900, measure))).toEqual([])
  }
})
