import type { api } from '../../api/api'
import { readAmount } from '../../text/amounts'

/** A request as it is being written: amounts as they were typed. */
export interface Draft extends Omit<api.RequestForm, 'paid' | 'shipping' | 'lineRef'> {
  readonly paid: string
  readonly shipping: string
}

export const blank: Draft = {
  orderRef: '', title: '', category: 'smartphone', imei: '', serial: '', paid: '', shipping: '', claim: '', wish: '', text: '',
  name: '', email: '', phone: '', street: '', postCode: '', city: '', country: 'FR', language: 'fr', delivered: '',
}

/** The first thing that keeps a request from being sent, in the order of the form, by its field; null when nothing does. */
export function missing(draft: Draft, fromSale: boolean): keyof Draft | null {
  if (!fromSale) {
    if (draft.orderRef.trim() === '') return 'orderRef'
    if (draft.title.trim() === '') return 'title'
    const paid = readAmount(draft.paid)
    if (paid === null || paid === 0) return 'paid'
    if (readAmount(draft.shipping) === null) return 'shipping'
    if (draft.name.trim() === '') return 'name'
  }
  if (draft.claim === '') return 'claim'
  return null
}

/** The wishes that go with a reason: who changed their mind wants their money back. */
export function wishesOf(claim: string): readonly string[] {
  return claim === 'change_of_mind' ? ['refund'] : ['refund', 'replacement', 'repair', 'unknown']
}

/** The request as the station takes it. */
export function formOf(draft: Draft): api.RequestForm {
  const currency = 'EUR'
  return {
    ...draft, lineRef: '',
    wish: wishesOf(draft.claim).includes(draft.wish) ? draft.wish : (wishesOf(draft.claim)[0] ?? 'unknown'),
    paid: { minor: readAmount(draft.paid) ?? 0, currency },
    shipping: { minor: readAmount(draft.shipping) ?? 0, currency },
  }
}
