import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useDraft } from '../../app/useDraft'
import { casesApi, type api } from '../../api/api'
import { Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chips'
import { Field, useFieldError } from '../../ui/Field'
import { FootBar } from '../../ui/FootBar'
import { Form, Wide } from '../../ui/Form'
import { names } from '../../ui/tone'
import { SaleFacts } from '../unknown/SaleFacts'
import { blank, formOf, missing, wishesOf, type Draft } from './requestForm'
import classes from './RequestByHand.module.css'
import { SaleFields, saleFields } from './SaleFields'

const ownFields = [...saleFields, 'claim', 'wish', 'text', 'delivered', 'country']

/** The form of a request. Scanning an order or an IMEI fills it in. */
export function RequestByHand({ code, sales }: { readonly code: string; readonly sales: readonly api.SaleView[] }): ReactNode {
  const { t, sentence } = useText()
  const { draft, set, forget } = useDraft<Draft>(`request.${code}`, { ...blank, orderRef: sales.length === 0 ? code : '' })
  const [line, setLine] = useState(0)
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const sale = sales[line]
  useScans('form', ({ text, kind }) => {
    play('done')
    if (kind === 'order') set({ orderRef: text })
    else set(kind === 'imei' ? { imei: text } : { serial: text })
  })
  const { give, busy, fault } = useCommand<Draft, api.CaseView>(
    (id, written) => (sale ? casesApi.RequestFromSale(id, sale.account, sale.orderRef, sale.lineRef, formOf(written)) : casesApi.Request(id, formOf(written))),
    (view, queries) => {
      queries.setQueryData(keys.case(view.id), view)
      play('done')
      forget()
      go({ screen: 'case', id: view.id, step: null }, true)
    },
  )
  const gap = missing(draft, sale !== undefined)
  const shown = fault ? renamed(fault) : tries > 0 && gap !== null ? new Fault('invalid', `home.request.missing.${gap}`, {}, gap) : null
  const send = (): void => {
    setTries(tries + 1)
    if (gap === null) void give(draft)
  }
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [aria-describedby$="-error"] input')?.focus()
  }, [tries])
  return (
    <Frame
      title={t('home.request.title')}
      foot={
        <FootBar end={<Button look="go" shortcut="F9" busy={busy} onPress={send}>{t('home.request.open')}</Button>}>
          <Button shortcut="Escape" onPress={() => window.history.back()}>{t('screen.confirm.cancel')}</Button>
        </FootBar>
      }
    >
      <div className={names(classes.screen, !sale && classes.whole)} ref={form}>
        <Card>
          <Form fault={shown} fields={ownFields} dense={!sale}>
            {!sale && <SaleFields draft={draft} set={set} fault={shown} />}
            <Wide><Claim draft={draft} set={set} fault={shown} /></Wide>
            <div className={classes.said}>
              <Textarea label={t('home.request.text')} value={draft.text} onChange={(event) => set({ text: event.currentTarget.value })} error={shown?.field === 'text' ? sentence(shown.key) : undefined} minRows={1} autosize />
            </div>
            <Field label={t('home.request.delivered')} note={t('home.request.delivered_note')} type="date" value={draft.delivered} onChange={(delivered) => set({ delivered })} field="delivered" fault={shown} />
            {!sale && <Field label={t('home.request.field.country')} note={t('home.request.country_note')} value={draft.country} onChange={(country) => set({ country: country.toUpperCase() })} field="country" fault={shown} />}
          </Form>
        </Card>
        {sale && (
          <Card title={sale.title}>
            {sales.length > 1 && (
              <Chips label={t('home.request.line')} chips={sales.map(({ title, lineRef }, i) => ({ id: String(i), label: `${title} (${lineRef})` }))} chosen={String(line)} onChoose={(id) => setLine(Number(id))} />
            )}
            <SaleFacts sale={sale} />
          </Card>
        )}
      </div>
    </Frame>
  )
}

/** The station's names of two fields are shorter than the form's. */
function renamed(fault: Fault): Fault {
  const field = fault.field === 'order' ? 'orderRef' : fault.field
  return new Fault(fault.code, fault.key, fault.args, field, fault.ref, fault)
}

function Claim({ draft, set, fault }: { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void; readonly fault: Fault | null }): ReactNode {
  const { t, sentence } = useText()
  const claimError = useFieldError(fault, 'claim')
  const wishes = wishesOf(draft.claim)
  return (
    <div className={classes.claim}>
      <Chips
        label={t('home.request.claim')}
        chips={['change_of_mind', 'defect', 'warranty', 'other'].map((id) => ({ id, label: sentence(`messages.claim.${id}`) }))}
        chosen={draft.claim}
        onChoose={(claim) => set({ claim })}
        {...(claimError === undefined ? {} : { error: claimError })}
      />
      {draft.claim !== '' && wishes.length > 1 && (
        <Chips
          label={t('home.request.wish')}
          chips={wishes.map((id) => ({ id, label: sentence(`work.wish.${id}`) }))}
          chosen={wishes.includes(draft.wish) ? draft.wish : (wishes[0] ?? '')}
          onChoose={(wish) => set({ wish })}
        />
      )}
    </div>
  )
}
