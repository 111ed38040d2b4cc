import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go, href } from '../../app/route'
import { useLookUp } from '../../app/useFind'
import { stockApi, type api } from '../../api/api'
import { newCommandId } from '../../api/call'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useCommand, type Command } from '../../api/useCommand'
import { useScanNotice, useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Confirm } from '../../ui/Confirm'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { useToast } from '../../ui/Toasts'
import classes from './Stock.module.css'
import { UnitFields } from './UnitFields'
import { blankUnit, formOf } from './unitForm'

/** One replacement unit: what is said of it, whom it is kept for; scanning a bin lays it there. */
export function UnitPage({ unit }: { readonly unit: api.UnitView | null }): ReactNode {
  const { t } = useText()
  const [form, setForm] = useState<api.UnitForm>(unit ? formOf(unit) : blankUnit)
  const set = (part: Partial<api.UnitForm>): void => setForm((before) => ({ ...before, ...part }))
  const lookUp = useLookUp()
  const { failed } = useScanNotice()
  useScans('unit', (code, action) => {
    if (action === 'find') {
      lookUp(code, (thrown) => failed(code, toFault(thrown)))
      return
    }
    play('done')
    set({ bin: code.text })
  })
  const save = useSave(unit === null)
  const editable = unit === null || unit.state !== 'gone'
  return (
    <Frame
      title={unit ? <Identifier value={unit.imei || unit.serial} strong /> : t('stock.unit.new')}
      heading={unit?.title}
      foot={
        <FootBar end={editable && <Button look="go" shortcut="F9" busy={save.busy} onPress={() => void save.give(form)}>{t(unit ? 'stock.unit.save' : 'stock.unit.add')}</Button>}>
          <Button shortcut="Escape" onPress={() => go({ screen: 'stock', part: '' })}>{t('stock.unit.back')}</Button>
          {unit?.state === 'free' && <Withdraw unit={unit} />}
          {unit?.state === 'withdrawn' && <Restock unit={unit} />}
        </FootBar>
      }
    >
      <div className={classes.form}>
        <Card>
          {unit && <Held unit={unit} />}
          <UnitFields form={form} set={set} fault={save.fault} numbered />
        </Card>
      </div>
    </Frame>
  )
}

/** Whom a unit is kept for, or where it went. */
function Held({ unit: { state, caseId, caseNumber, note } }: { readonly unit: api.UnitView }): ReactNode {
  const { t, sentence } = useText()
  if (state === 'free') return null
  const link = caseId !== '' && <a href={href({ screen: 'case', id: caseId, step: null })}>{t('work.keys.open')}</a>
  return <p className={classes.held}>{sentence(`stock.unit.${state}`, { number: caseNumber })}{state === 'withdrawn' && note !== '' && ` · ${note}`} {link}</p>
}

function useSave(fresh: boolean): Command<api.UnitForm, api.UnitView> {
  const { t } = useText()
  const tell = useToast()
  return useCommand<api.UnitForm, api.UnitView>(
    (id, form) => (fresh ? stockApi.Add(id, form) : stockApi.Edit(id, form)),
    (view, queries) => {
      void queries.invalidateQueries({ queryKey: keys.stock })
      play('done')
      const takeBack = (): void => void stockApi.Withdraw(newCommandId(), view.id, t('stock.unit.undo_add')).catch(() => play('refused'))
      tell(t(fresh ? 'stock.unit.added' : 'stock.unit.saved', { title: view.title }), fresh ? takeBack : undefined)
      if (fresh) go({ screen: 'stock', part: '' }, true)
    },
  )
}

function Withdraw({ unit }: { readonly unit: api.UnitView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const { give, busy, fault } = useCommand<string, api.UnitView>(
    (id, why) => stockApi.Withdraw(id, unit.id, why),
    (view, queries) => {
      void queries.invalidateQueries({ queryKey: keys.stock })
      setAsking(false)
      tell(t('stock.unit.withdraw_done', { title: view.title }), () => void stockApi.Restock(newCommandId(), view.id).catch(() => play('refused')))
    },
  )
  const { sentence } = useText()
  return (
    <>
      <Button look="quiet" shortcut="F8" onPress={() => setAsking(true)}>{t('stock.unit.withdraw')}</Button>
      {asking && (
        <Confirm title={t('stock.unit.withdraw_title')} action={t('stock.unit.withdraw')} busy={busy} onConfirm={() => void give(note)} onCancel={() => setAsking(false)}>
          <TextInput label={t('stock.unit.withdraw_why')} description={t('stock.unit.withdraw_note')} value={note} onChange={(event) => setNote(event.currentTarget.value)}
            error={fault ? sentence(fault.key, fault.args) : undefined} data-autofocus required />
        </Confirm>
      )}
    </>
  )
}

function Restock({ unit }: { readonly unit: api.UnitView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  const { give, busy } = useCommand<string, api.UnitView>((id, unitId) => stockApi.Restock(id, unitId), (view, queries) => {
    void queries.invalidateQueries({ queryKey: keys.stock })
    play('done')
    tell(t('stock.unit.restock_done', { title: view.title }))
  })
  return <Button busy={busy} onPress={() => void give(unit.id)}>{t('stock.unit.restock')}</Button>
}
