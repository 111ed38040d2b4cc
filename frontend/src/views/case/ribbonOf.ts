import type { api } from '../../api/api'
import type { Text } from '../../text/useText'
import type { RibbonZone } from '../../ui/Ribbon'
import type { RibbonMark } from '../../ui/ribbonLayout'
import type { Tone } from '../../ui/tone'

/** The line's ends stay free, so that the first and the last mark can be read. */
const margin = 0.04
/** Where a moment that nobody knows is drawn: before all that is known. */
const unknownAt = margin
const knownFrom = 0.16

const tones: Readonly<Record<string, Tone>> = { ok: 'ok', warn: 'warn', late: 'late' }

interface TimeLine {
  readonly marks: readonly RibbonMark[]
  readonly zones: readonly RibbonZone[]
}

/** The marks that the rules computed, as places and words on the line of time. */
export function ribbonOf(views: readonly api.MarkView[], { t, sentence, format }: Pick<Text, 't' | 'sentence' | 'format'>): TimeLine {
  const at = placing(views)
  const marks = views.flatMap((view): RibbonMark[] => {
    const place = at(view)
    const id = markId(view)
    const due = isDue(view)
    const what = sentence(view.key, plain(view.args))
    const dated = view.kind === 'now' || view.day === '' || 'count' in view.args
    const note = noteOf(view, sentence, format)
    const mark: RibbonMark = {
      id,
      at: place,
      label: dated ? what : t('case.ribbon.at', { what, day: format.day(view.day) }),
      tone: due || view.kind === 'now' ? (tones[view.tone] ?? 'plain') : 'plain',
      weight: view.kind === 'now' ? 'now' : due ? 'due' : 'past',
      rule: view.rule === '' ? undefined : ruleOf(view.rule, t, sentence),
    }
    if (note === '') return [mark.weight === 'due' ? { ...mark, weight: 'past', tone: 'plain' } : mark]
    // A deadline that is told what to do by then needs no second name.
    if (due) return [{ ...mark, label: note }]
    return [mark, { ...mark, id: `${id} note`, label: note, tone: tones[view.tone] ?? 'plain', remark: true }]
  })
  return { marks, zones: zonesOf(views, at) }
}

/** Which mark of the line a view is. */
export function markId({ kind, rule }: Pick<api.MarkView, 'kind' | 'rule'>): string {
  return `${kind} ${rule}`
}

function placing(views: readonly api.MarkView[]): (view: api.MarkView) => number {
  const known = views.filter(({ at }) => at !== '').map(({ at }) => new Date(at).getTime())
  const first = Math.min(...known)
  const span = Math.max(...known) - first
  const from = known.length < views.length ? knownFrom : margin
  return ({ at }) => {
    if (at === '') return unknownAt
    return span === 0 ? 0.5 : from + ((1 - margin - from) * (new Date(at).getTime() - first)) / span
  }
}

function isDue({ kind }: api.MarkView): boolean {
  return kind === 'window' || /_(target|plan|limit|legal)$/.test(kind)
}

function noteOf({ note, noteArgs, day }: api.MarkView, sentence: Text['sentence'], format: Text['format']): string {
  if (note === '') return ''
  const said = sentence(note, plain(noteArgs))
  return note.endsWith('_before') && day !== '' ? `${said} ${format.day(day)}` : said
}

function ruleOf(rule: string, t: Text['t'], sentence: Text['sentence']): string {
  const [title, source, why] = ['title', 'source', 'why'].map((part) => sentence(`policy.rule.${rule}.${part}`))
  return t('case.ribbon.rule', { title: title ?? '', source: source ?? '', why: why ?? '' })
}

/** In time until the aim, pressing until the limit, late after it. */
function zonesOf(views: readonly api.MarkView[], at: (view: api.MarkView) => number): RibbonZone[] {
  const earliest = (end: RegExp): number => Math.min(1, ...views.filter(({ kind }) => end.test(kind)).map(at))
  const limit = earliest(/_limit$/)
  const aim = Math.min(earliest(/_(target|plan)$/), limit)
  const zones: RibbonZone[] = [
    { from: 0, to: aim, tone: 'ok' },
    { from: aim, to: limit, tone: 'warn' },
    { from: limit, to: 1, tone: 'late' },
  ]
  return zones.filter(({ from, to }) => to > from)
}

/** The arguments of a sentence, as the catalogue takes them. */
export function plain(args: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]))
}
