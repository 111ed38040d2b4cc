import { TextInput } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { Fault } from '../api/fault'
import { useText } from '../text/useText'
import classes from './Field.module.css'

/** The sentence of a fault, if it is about this field. */
export function useFieldError(fault: Fault | null, field: string): string | undefined {
  const { sentence } = useText()
  return fault?.field === field && field !== '' ? sentence(fault.key, fault.args) : undefined
}

/** What a field means stands under it, so that fields side by side stay in line. */
export const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']

/** A line of text in a form, with what the station says of it under it. */
export function Field({ label, value, onChange, field, fault, note, required = false, mono = false, type = 'text', autoFocus = false, ends }: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The name by which the station's errors call it. */
  readonly field: string
  readonly fault: Fault | null
  readonly note?: string
  readonly required?: boolean
  readonly mono?: boolean
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time'
  readonly autoFocus?: boolean
  /** What stands at the end of the line, such as a unit. */
  readonly ends?: ReactNode
}): ReactNode {
  const id = useId()
  const error = useFieldError(fault, field)
  return (
    <TextInput
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={note}
      inputWrapperOrder={below}
      error={error}
      required={required}
      withAsterisk={required}
      type={type}
      autoComplete="off"
      spellCheck={false}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      rightSection={ends}
      {...(mono ? { classNames: { input: classes.mono ?? '' } } : {})}
    />
  )
}
