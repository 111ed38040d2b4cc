import type { Tone } from './tone'

export interface RibbonMark {
  readonly id: string
  /** Where on the line, 0 to 1. */
  readonly at: number
  readonly label: string
  readonly tone: Tone
  /** now: the present, drawn taller. due: something must be done by then. past: it happened. */
  readonly weight: 'past' | 'now' | 'due'
  /** A remark on another mark, at the same place: written, but drawn without a stroke of its own. */
  readonly remark?: boolean
  /** The rule behind the date, shown on hover and focus. */
  readonly rule?: string | undefined
}

export interface PlacedMark extends RibbonMark {
  /** The mark's place, in pixels. */
  readonly x: number
  readonly lane: 'above' | 'below'
  /** The middle of its label, in pixels; null when there was no room, and only the list tells it. */
  readonly labelX: number | null
}

const gap = 14
const farthest = 70
/** Marks are this far apart at least, so that each can be pointed at. */
const apart = 25

interface Label {
  readonly mark: RibbonMark
  readonly x: number
  readonly width: number
  middle: number
}

/**
 * Places the labels of a line of time so that none touches another. What
 * happened is written above the line, what matters now below it; a label that
 * does not fit on its side tries the other, the least urgent first, and is left to the
 * accessible list when neither has room.
 */
export function layoutRibbon(marks: readonly RibbonMark[], width: number, measure: (label: string) => number): PlacedMark[] {
  const places = standApart(marks, width)
  const placeOf = ({ at }: RibbonMark): number => places.get(at) ?? at * width
  const lanes: Record<PlacedMark['lane'], Label[]> = { above: [], below: [] }
  const urgency = { now: 0, due: 1, past: 2 }
  const below = ({ weight, remark = false }: RibbonMark): boolean => weight !== 'past' || remark
  const lane = new Map<string, PlacedMark['lane']>()
  const middles = new Map<string, number>()
  for (const mark of marks.toSorted((a, b) => urgency[a.weight] - urgency[b.weight] || a.at - b.at)) {
    const label: Label = { mark, x: placeOf(mark), width: measure(mark.label), middle: 0 }
    const first = below(mark) ? 'below' : 'above'
    for (const side of [first, first === 'above' ? 'below' : 'above'] as const) {
      const together = [...lanes[side], label].sort((a, b) => a.x - b.x)
      const spread = spreadOut(together, width)
      if (!spread) continue
      lanes[side] = together
      together.forEach((each, i) => middles.set(each.mark.id, spread[i] ?? each.x))
      lane.set(mark.id, side)
      break
    }
  }
  return marks.map((mark) => ({
    ...mark,
    x: placeOf(mark),
    lane: lane.get(mark.id) ?? (below(mark) ? 'below' : 'above'),
    labelX: middles.get(mark.id) ?? null,
  }))
}

/** The places of the strokes in pixels, by their places on the line: those that nearly fall together stand side by side. */
function standApart(marks: readonly RibbonMark[], width: number): Map<number, number> {
  const ats = [...new Set(marks.map(({ at }) => at))].sort((a, b) => a - b)
  const xs = ats.map((at) => at * width)
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + apart)
  const end = width - apart / 2
  for (let i = xs.length - 1, most = end; i >= 0; i--, most -= apart) xs[i] = Math.min(xs[i] ?? 0, most)
  return new Map(ats.map((at, i) => [at, xs[i] ?? at * width]))
}

/** Pushes labels apart inside the line; null when one would end too far from its mark. */
function spreadOut(labels: readonly Label[], width: number): number[] | null {
  const middles = labels.map(({ x, width: w }) => Math.min(Math.max(x, w / 2), width - w / 2))
  const room = (i: number): number => ((labels[i - 1]?.width ?? 0) + (labels[i]?.width ?? 0)) / 2 + gap
  // Overlapping neighbours share the way they have to move, until nothing moves any more.
  for (let round = 0; round < 200; round++) {
    let moved = false
    for (let i = 1; i < labels.length; i++) {
      const left = middles[i - 1] ?? 0
      const right = middles[i] ?? 0
      const missing = room(i) - (right - left)
      if (missing <= 0.01) continue
      moved = true
      middles[i - 1] = Math.max(left - missing / 2, (labels[i - 1]?.width ?? 0) / 2)
      middles[i] = Math.min(right + missing / 2, width - (labels[i]?.width ?? 0) / 2)
    }
    if (!moved) break
  }
  const fits = labels.every((label, i) => {
    const middle = middles[i] ?? 0
    const clear = i === 0 || middle - (middles[i - 1] ?? 0) >= room(i) - 1
    return clear && Math.abs(middle - label.x) <= farthest + label.width / 2
  })
  return fits ? middles : null
}
