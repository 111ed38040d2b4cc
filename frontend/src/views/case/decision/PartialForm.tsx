import { Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { casesApi, type api } from '../../../api/api'
import { useShortcut } from '../../../keys/useShortcut'
import { useText } from '../../../text/useText'
import { FaultText } from '../../../ui/FaultText'
import { KeyCap } from '../../../ui/KeyCap'
import classes from './Decision.module.css'
import { OutcomeForm, type FormProps } from './OutcomeForm'
import { isAgainst } from './outcomes'
import { offered, previewOf, typed, type Line } from './partial'
import { useDecision } from './useDecision'

const fields = ['part', 'finding', 'amount', 'shipping'] as const
/** The suggestions that have a digit of their own; the rest is in the list. */
const quick = 6

/** A refund with something kept back: each part once, each amount the operator's, and what it comes to. */
export function PartialForm({ view, proposal, onBack }: FormProps): ReactNode {
  const { t, sentence, format, language } = useText()
  const decimal = language === 'fr' ? ',' : '.'
  const [lines, setLines] = useState<readonly Line[]>([])
  const [shipping, setShipping] = useState(() => typed(proposal.shipping, decimal))
  const decision = useDecision<Pick<api.PartialForm, 'deductions' | 'shipping' | 'expected'>>((command, form) => casesApi.DecidePartialRefund(command, view.id, form))
  const preview = previewOf(lines, shipping, proposal)
  const left = offered(proposal.deductions, lines)
  const found = left.filter((one) => one.found).slice(0, quick)
  const name = ({ part, finding }: { readonly part: string; readonly finding: string }): string => `${sentence(`catalog.part.${part}`)} · ${sentence(`catalog.defect.${finding}`)}`
  const add = ({ part, finding, amount }: api.SuggestionView): void => setLines((before) => [...before, { part, finding, amount: typed(amount, decimal) }])
  const change = (part: string, amount: string): void => setLines((before) => before.map((line) => (line.part === part ? { ...line, amount } : line)))
  const { fault } = decision
  const missing = preview.missing === undefined ? undefined : t(`decision.missing.${preview.missing}`)
  const against = isAgainst(preview.full ? 'full_refund' : 'partial_refund', proposal)
  return (
    <OutcomeForm
      view={view}
      decision={decision}
      title={t('decision.partial_refund')}
      action={t('case.decision.go', { amount: format.amount(preview.total) })}
      against={against}
      missing={missing}
      fields={fields}
      onDecide={() => void decision.give({ deductions: [...preview.deductions], shipping: preview.shipping, expected: preview.total })}
      onBack={onBack}
    >
      <table className={classes.sum}>
        <tbody>
          <tr><th scope="row">{t('decision.price')}</th><td>{format.amount(proposal.item)}</td><td /></tr>
          {lines.map((line) => (
            <tr key={line.part}>
              <th scope="row">{name(line)}</th>
              <td><TextInput aria-label={t('decision.amount_of', { what: name(line) })} value={line.amount} onChange={(event) => change(line.part, event.currentTarget.value)} leftSection="−" inputMode="decimal" autoComplete="off" /></td>
              <td><button type="button" className={classes.remove} aria-label={t('decision.remove', { what: name(line) })} onClick={() => setLines((before) => before.filter(({ part }) => part !== line.part))}><IconX size={20} aria-hidden /></button></td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('decision.shipping', { most: format.amount(proposal.shipping) })}</th>
            <td><TextInput aria-label={t('decision.shipping_short')} value={shipping} onChange={(event) => setShipping(event.currentTarget.value)} leftSection="+" inputMode="decimal" autoComplete="off" /></td>
            <td />
          </tr>
          <tr className={classes.total}><th scope="row">{t('case.decision.receives')}</th><td>{format.amount(preview.total)}</td><td /></tr>
        </tbody>
      </table>
      <p className={classes.quiet} role="status">{missing ?? (preview.full ? t('decision.is_full') : sentence(`decision.partial_by.${proposal.partialBy}`))}</p>
      {fault && (fields as readonly string[]).includes(fault.field) && <p role="alert" className={classes.error}><FaultText fault={named(fault, sentence)} /></p>}
      {found.length > 0 && (
        <div>
          <p className={classes.quiet}>{t('decision.found')}</p>
          <div className={classes.suggestions}>
            {found.map((suggestion, i) => <Suggestion key={name(suggestion)} combo={String(i + 1)} label={name(suggestion)} amount={format.amount(suggestion.amount)} onAdd={() => add(suggestion)} />)}
          </div>
        </div>
      )}
      <Select
        label={t('decision.add')}
        placeholder={t('decision.add_hint')}
        searchable
        value={null}
        data={left.map((one) => ({ value: `${one.part} ${one.finding}`, label: name(one) }))}
        onChange={(chosen) => {
          const one = left.find(({ part, finding }) => `${part} ${finding}` === chosen)
          if (one) add(one)
        }}
        nothingFoundMessage={t('decision.add_none')}
      />
    </OutcomeForm>
  )
}

/** The station names a part by its code; people name it by its word. */
function named<F extends { readonly args: Readonly<Record<string, string | number>> }>(fault: F, sentence: (key: string) => string): F {
  const { part } = fault.args
  return part === undefined || part === '' ? fault : Object.assign(Object.create(fault as object) as F, { args: { ...fault.args, part: sentence(`catalog.part.${part}`) } })
}

function Suggestion({ combo, label, amount, onAdd }: { readonly combo: string; readonly label: string; readonly amount: string; readonly onAdd: () => void }): ReactNode {
  useShortcut(combo, onAdd, true, label)
  return <button type="button" className={classes.suggestion} onClick={onAdd}><span>{label}</span><span className={classes.suggested}>− {amount}</span><KeyCap combo={combo} /></button>
}
