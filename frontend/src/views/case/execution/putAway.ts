import type { api } from '../../../api/api'

/** What is still to be said before a device can go where it is meant to; the gates are the station's, this only asks in order. */
export function openQuestion({ wipe, grade, place }: Pick<api.PutAwayForm, 'wipe' | 'grade' | 'place'>): 'wipe' | 'grade' | 'place' | null {
  if (wipe === '') return 'wipe'
  if (place === '') return grade === '' && wipe !== 'impossible' ? 'grade' : 'place'
  return place === 'stock' && grade === '' ? 'grade' : null
}

/** The form as it is sent: what the case has already is not said again. */
export function changesOf(form: api.PutAwayForm, view: Pick<api.CaseView, 'wipe' | 'grade'>): api.PutAwayForm {
  const wiped = form.wipe === view.wipe.state && (form.wipe !== 'done' || form.method === view.wipe.method)
  return {
    ...form,
    wipe: wiped ? '' : form.wipe,
    method: wiped || form.wipe !== 'done' ? '' : form.method,
    grade: form.grade === view.grade ? '' : form.grade,
  }
}
