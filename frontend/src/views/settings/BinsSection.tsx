import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { href } from '../../app/route'
import { stockApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Field, useFieldError } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import { Pill } from '../../ui/Pill'
import { PrintDialog } from '../../ui/PrintDialog'
import { useToast } from '../../ui/Toasts'
import classes from './BinsSection.module.css'

const places = ['dock', 'quarantine', 'bench', 'repair', 'stock', 'parts', 'scrap', 'outbound'] as const
const blank: api.BinForm = { code: '', place: 'stock', words: '' }

/** The boxes and shelves of the workshop, each with the code on its label. */
export function BinsSection(): ReactNode {
  const { t } = useText()
  const bins = useQuery({ queryKey: keys.bins, queryFn: stockApi.Bins })
  const [form, setForm] = useState(blank)
  const [printing, setPrinting] = useState<string | null>(null)
  return (
    <>
      <BinForm form={form} onChange={setForm} />
      <Card title={t('stock.bins.title')}>
        <p className={classes.lead}>{t('stock.bins.lead')}</p>
        <Loading query={bins}>
          {(all) => (
            <>
              {all.length === 0 ? <p>{t('stock.bins.none')}</p> : <ul>{all.map((bin) => <BinLine key={bin.code} bin={bin} onEdit={() => setForm(bin)} onLabel={() => setPrinting(bin.code)} />)}</ul>}
              {all.some(({ closed }) => !closed) && <Button icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting('')}>{t('stock.bins.labels')}</Button>}
            </>
          )}
        </Loading>
      </Card>
      {printing !== null && <PrintDialog title={t('stock.bins.labels_title')} address={`/media/labels/bins${printing === '' ? '' : `?bin=${encodeURIComponent(printing)}`}`} onClose={() => setPrinting(null)} />}
    </>
  )
}

function BinForm({ form, onChange }: { readonly form: api.BinForm; readonly onChange: (form: api.BinForm) => void }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const { give, busy, fault } = useCommand<api.BinForm, api.BinView>((id, bin) => stockApi.SaveBin(id, bin), (bin, queries) => {
    void queries.invalidateQueries({ queryKey: keys.stock })
    tell(t('stock.bins.saved', { bin: bin.code }))
    onChange({ ...blank, place: bin.place })
  })
  const placeError = useFieldError(fault, 'place')
  return (
    <Card title={t('stock.bins.add')}>
      <Form fault={fault} fields={['code', 'place', 'words']} dense>
        <Field label={t('stock.bins.code')} note={t('stock.bins.code_note')} value={form.code} onChange={(code) => onChange({ ...form, code: code.toUpperCase() })} field="code" fault={fault} required mono />
        <Select label={t('stock.bins.place')} data={places.map((value) => ({ value, label: t(`stock.place.${value}`) }))} value={form.place} allowDeselect={false}
          onChange={(place) => onChange({ ...form, place: place ?? 'stock' })} error={placeError} required />
        <Field label={t('stock.bins.words')} note={t('stock.bins.words_note')} value={form.words} onChange={(words) => onChange({ ...form, words })} field="words" fault={fault} />
      </Form>
      <div className={classes.save}><Button look="go" shortcut="F9" busy={busy} onPress={() => void give({ code: form.code, place: form.place, words: form.words })}>{t('stock.bins.save')}</Button></div>
    </Card>
  )
}

function BinLine({ bin, onEdit, onLabel }: { readonly bin: api.BinView; readonly onEdit: () => void; readonly onLabel: () => void }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const { code, words, place, closed, devices, units } = bin
  const again = (view: api.BinView, said: string): void => tell(said === '' ? view.code : said)
  const close = useCommand<string, api.BinView>((id, which) => stockApi.CloseBin(id, which), (view, queries) => {
    void queries.invalidateQueries({ queryKey: keys.stock })
    again(view, t('stock.bins.close_done', { bin: view.code }))
  })
  const open = useCommand<api.BinForm, api.BinView>((id, form) => stockApi.SaveBin(id, form), (view, queries) => {
    void queries.invalidateQueries({ queryKey: keys.stock })
    again(view, t('stock.bins.saved', { bin: view.code }))
  })
  const fault = close.fault ?? open.fault
  return (
    <li className={classes.bin}>
      <a href={href({ screen: 'bin', code })} className={classes.code}><Identifier value={code} copy={false} strong /></a>
      <span className={classes.words}>{words}</span>
      <Pill tone={closed ? 'plain' : 'info'}>{closed ? t('stock.bins.closed') : sentence(`stock.place.${place}`)}</Pill>
      <span className={classes.count}>{t('stock.bins.count', { count: devices + units })}</span>
      {closed
        ? <Button look="quiet" busy={open.busy} onPress={() => void open.give({ code, place, words })}>{t('stock.bins.open')}</Button>
        : (
          <span className={classes.acts}>
            <Button look="quiet" onPress={onLabel}>{t('stock.bins.label')}</Button>
            <Button look="quiet" onPress={onEdit}>{t('stock.bins.edit')}</Button>
            <Button look="quiet" busy={close.busy} onPress={() => void close.give(code)}>{t('stock.bins.close')}</Button>
          </span>
        )}
      {fault && <div className={classes.fault}><ErrorNotice error={fault} onClose={() => { close.dismiss(); open.dismiss() }} /></div>}
    </li>
  )
}
