import { Slider } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { settingsApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useCommand } from '../../api/useCommand'
import { useScanRest } from '../../scan/ScanProvider'
import { play, setVolume } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chips'
import { Field } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'
import { useToast } from '../../ui/Toasts'
import { GunTest } from './GunTest'
import classes from './SettingsScreen.module.css'

/** How the gun types, how loud it is answered, and a test of both. */
export function ScannerSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t } = useText()
  const tell = useToast()
  useScanRest()
  const [form, setForm] = useState(view.scanner)
  const set = (part: Partial<api.ScannerForm>): void => setForm((before) => ({ ...before, ...part }))
  const { give, busy, fault } = useCommand<api.ScannerForm, api.SettingsView>(
    (id, scanner) => settingsApi.SaveScanner(id, scanner),
    (saved, queries) => {
      queries.setQueryData(keys.settings, saved)
      void queries.invalidateQueries({ queryKey: keys.bootstrap })
      tell(t('settings.saved'))
    },
  )
  return (
    <>
      <GunTest onSuggest={(suggested) => set(suggested)} />
      <Card title={t('settings.scanner.tuning')}>
        <Form fault={fault} fields={['maxGap', 'prefix', 'terminator']}>
          <Field label={t('settings.scanner.max_gap')} note={t('settings.scanner.max_gap_note')} value={form.maxGap === 0 ? '' : String(form.maxGap)} field="maxGap" fault={fault}
            onChange={(typed) => set({ maxGap: Number(typed.replaceAll(/\D/g, '')) })} />
          <Field label={t('settings.scanner.prefix')} note={t('settings.scanner.prefix_note')} value={form.prefix} onChange={(prefix) => set({ prefix })} field="prefix" fault={fault} mono />
          <Wide>
            <Chips label={t('settings.scanner.terminator')} chosen={form.terminator} onChoose={(terminator) => set({ terminator })}
              chips={(['enter', 'tab', 'none'] as const).map((id) => ({ id, label: t(`settings.terminator.${id}`) }))} />
          </Wide>
          <Wide>
            <p id="volume">{t('settings.scanner.volume')}</p>
            <Slider value={form.volume} onChange={(volume) => set({ volume })} onChangeEnd={(volume) => { setVolume(volume); play('done') }} min={0} max={100} step={5} size="lg" thumbSize={28}
              label={(volume) => `${volume} %`} thumbProps={{ 'aria-labelledby': 'volume' }} />
          </Wide>
        </Form>
        <div className={classes.save}>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => void give(form)}>{t('settings.save')}</Button>
          <Button look="quiet" onPress={() => play('refused')}>{t('settings.scanner.hear_refused')}</Button>
        </div>
      </Card>
    </>
  )
}
