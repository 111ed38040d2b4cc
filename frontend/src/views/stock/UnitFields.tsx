import { useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { stockApi, type api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Chips } from '../../ui/Chips'
import { Field, useFieldError } from '../../ui/Field'
import { Form, Wide } from '../../ui/Form'

const grades = ['premium', 'excellent', 'good', 'fair'] as const
const read = ['model', 'storage', 'colour'] as const

/** The fields below, by the names that errors call them. */
export const unitFields = ['title', 'sku', 'grade', 'model', 'storage', 'colour', 'imei', 'serial', 'bin', 'note']

/** What is said of a replacement unit. What its title tells stands in the empty fields. */
export function UnitFields({ form, set, fault, numbered }: {
  readonly form: api.UnitForm
  readonly set: (part: Partial<api.UnitForm>) => void
  readonly fault: Fault | null
  /** With the numbers of this one device; else it describes several. */
  readonly numbered: boolean
}): ReactNode {
  const { t } = useText()
  const [asked] = useDebouncedValue(`${form.title}\n${form.sku}`, 150)
  const [title = '', sku = ''] = asked.split('\n')
  const told = useQuery({ queryKey: ['described', title, sku], queryFn: () => stockApi.Describe(title, sku), enabled: title.trim() !== '' }).data
  const gradeError = useFieldError(fault, 'grade')
  const field = (name: 'sku' | 'bin' | 'note' | 'imei' | 'serial'): ReactNode => (
    <Field label={t(`stock.unit.${name}`)} value={form[name]} onChange={(value) => set({ [name]: value })} field={name} fault={fault} mono={name !== 'note'}
      {...(name === 'bin' ? { note: t('stock.unit.bin_note') } : {})} />
  )
  return (
    <Form fault={fault} fields={unitFields} dense>
      <Wide><Field label={t('stock.unit.title')} value={form.title} onChange={(value) => set({ title: value })} field="title" fault={fault} required autoFocus={form.id === ''} /></Wide>
      {read.map((name) => (
        <Field key={name} label={t(`stock.unit.${name}`)} value={form[name]} onChange={(value) => set({ [name]: value })} field={name} fault={fault}
          note={form[name] === '' && told && told[name] !== '' ? told[name] : t('stock.unit.read')} />
      ))}
      <Wide>
        <Chips label={t('stock.unit.grade')} chips={grades.map((id) => ({ id, label: t(`stock.grade.${id}`) }))} chosen={form.grade} onChoose={(grade) => set({ grade })}
          {...(gradeError === undefined ? {} : { error: gradeError })} />
      </Wide>
      {numbered && field('imei')}
      {numbered && field('serial')}
      {field('sku')}
      {field('bin')}
      {field('note')}
    </Form>
  )
}
