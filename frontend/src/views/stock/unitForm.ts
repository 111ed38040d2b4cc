import type { api } from '../../api/api'

/** What is said of a unit that is not there yet. */
export const blankUnit: api.UnitForm = {
  id: '', sku: '', title: '', grade: '', storage: '', colour: '', model: '', imei: '', serial: '', bin: '', note: '', source: 'hand',
}

/** What is said of a unit, to be changed. */
export function formOf({ id, sku, title, grade, storage, colour, model, imei, serial, bin, note, source }: api.UnitView): api.UnitForm {
  return { id, sku, title, grade, storage, colour, model, imei, serial, bin, note, source }
}

/** A unit like the one described, with the number that was scanned on it. */
export function scannedUnit(described: api.UnitForm, { text, kind }: { readonly text: string; readonly kind: string }): api.UnitForm {
  return { ...described, id: '', source: 'scan', ...(kind === 'imei' ? { imei: text, serial: '' } : { imei: '', serial: text }) }
}

/** What has to be said of a unit before its number is scanned. */
export function described({ title, grade }: Pick<api.UnitForm, 'title' | 'grade'>): boolean {
  return title.trim() !== '' && grade !== ''
}
