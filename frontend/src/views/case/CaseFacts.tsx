import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { href } from '../../app/route'
import { useText, type Text } from '../../text/useText'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Facts, type Fact } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import { PhotoGrid } from '../../ui/PhotoGrid'
import classes from './CaseFacts.module.css'
import { CaseDevice } from '../device/CaseDevice'
import { MovePhoto } from './corrections/MovePhoto'
import { photosOf } from './evidence'
import { pictures, usePhotoDesk } from './PhotoDesk'
import { can } from './steps'

/** What is known of the device, always in the same place, with every photo of the case. */
export function CaseFacts({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const { saving } = usePhotoDesk()
  const photos = photosOf(view, t, sentence)
  return (
    <Card className={classes.facts}>
      {view.sale && <h2 className={classes.title}>{deviceOf(view.sale, sentence)}</h2>}
      <Facts facts={useFacts(view)} />
      <CaseDevice id={view.id} />
      {photos.length > 0 ? <PhotoGrid photos={pictures(photos)} actions={(place) => movable(view, place)} /> : <p className={classes.none}>{t('case.photos.none')}</p>}
      {saving > 0 && <p className={classes.none} role="status">{t('case.photos.saving', { count: saving })}</p>}
    </Card>
  )
}

/** The workshop's own photos stand first, in the order of the case; the customer's are theirs. */
function movable(view: api.CaseView, place: number): ReactNode {
  const photo = view.evidence[place]
  return photo && can(view, 'MoveEvidence') && <MovePhoto view={view} photo={photo} />
}

/** What was sold, with the grade it was sold in. */
export function deviceOf({ title, grade }: api.SaleView, sentence: Text['sentence']): string {
  return grade === '' ? title : `${title} · ${sentence(`case.grade.${grade}`)}`
}

/** The customer, and the way to all that is held on them. */
function Customer({ id, customer }: { readonly id: string; readonly customer: api.CustomerView }): ReactNode {
  const { t } = useText()
  return (
    <a className={classes.person} href={href({ screen: 'settings', section: 'privacy', person: id })} title={t('privacy.menu')}>
      {[customer.name, customer.city].filter(Boolean).join(' · ')}
    </a>
  )
}

function useFacts(view: api.CaseView): Fact[] {
  const { t, sentence, format } = useText()
  const { sale, identity, customer } = view
  const imei = identity.imei || (sale?.imei ?? '')
  const serial = identity.serial || (sale?.serial ?? '')
  const facts: (Fact | false)[] = [
    imei !== '' && { term: t('case.fact.imei'), value: <Identifier value={imei} /> },
    serial !== '' && imei === '' && { term: t('case.fact.serial'), value: <Identifier value={serial} /> },
    !!sale && {
      term: t('case.fact.sold'),
      value: sale.soldAt.at === '' ? t('case.fact.unknown') : format.day(sale.soldAt.at),
    },
    !!sale && { term: t('case.fact.paid'), value: <Amount money={sale.paid} /> },
    !!sale?.orderRef && { term: t('case.fact.order'), value: <Identifier value={sale.orderRef} /> },
    customer.name !== '' && { term: t('case.fact.customer'), value: <Customer id={view.id} customer={customer} /> },
    customer.erasedAt !== '' && { term: t('case.fact.customer'), value: t('privacy.erased_on', { date: format.date(customer.erasedAt) }) },
    view.returnTracking !== '' && { term: t('case.fact.tracking'), value: <Identifier value={view.returnTracking} /> },
    view.deviceReturns > 0 && {
      term: t('case.fact.returns'),
      value: view.deviceReturns === 1 ? t('case.fact.returns_first') : t('case.fact.returns_many', { count: view.deviceReturns }),
    },
    !!view.replacement && { term: t('decision.fact_replacement'), value: <Identifier value={view.replacement.imei || view.replacement.serial} /> },
    view.outbound.tracking !== '' && { term: t('decision.fact_sent'), value: <Identifier value={view.outbound.tracking} /> },
    !!view.repair && { term: t('decision.fact_repair'), value: sentence(`decision.repair_state.${view.repair.state}`) },
    view.place !== '' && { term: t('case.fact.place'), value: [sentence(`case.place.${view.place}`), view.bin].filter(Boolean).join(' · ') },
  ]
  return facts.filter((fact) => fact !== false)
}
