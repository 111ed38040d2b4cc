import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Closing.module.css'
import { Sums } from './Sums'
import { totals } from './sums'

/** What was given back: the day, the year, and ever since. */
export function MadeFigures({ made }: { readonly made: api.StateRow }): ReactNode {
  const { t } = useText()
  return (
    <dl className={classes.figures}>
      {([['today', made.today], ['year', made.year], ['perpetual', made.perpetual]] as const).map(([code, total]) => (
        <div key={code}>
          <dt>{t(`closing.${code}`)}</dt>
          <dd><Sums sums={totals(total)} /></dd>
          <dd className={classes.count}>{t('closing.refunds', { count: total.count })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What was decided, by outcome. */
export function Outcomes({ outcomes }: { readonly outcomes: readonly api.OutcomeRow[] }): ReactNode {
  const { t, sentence, format } = useText()
  const columns: TableColumn<api.OutcomeRow>[] = [
    { head: t('closing.outcome'), cell: ({ outcome }) => sentence(`closing.outcome.${outcome}`) },
    { head: t('closing.decided'), figures: true, cell: ({ decided }) => format.number(decided) },
    { head: t('closing.item'), figures: true, cell: ({ granted }) => <Sums sums={granted.sums.map(({ item }) => item)} /> },
    { head: t('closing.shipping'), figures: true, cell: ({ granted }) => <Sums sums={granted.sums.map(({ shipping }) => shipping)} /> },
  ]
  return (
    <Card title={t('closing.decisions')}>
      {outcomes.length === 0
        ? <p className={classes.none}>{t('closing.none_decided')}</p>
        : <Table caption={t('closing.decisions')} columns={columns} rows={outcomes} rowKey={({ outcome }) => outcome} />}
    </Card>
  )
}

/** What became of the refunds: the day, the year, and ever since. */
export function States({ states }: { readonly states: readonly api.StateRow[] }): ReactNode {
  const { t, sentence } = useText()
  const sums = (total: api.BookTotal): ReactNode => (total.count === 0 ? '–' : <><Sums sums={totals(total)} /><small className={classes.count}>{t('closing.refunds', { count: total.count })}</small></>)
  const columns: TableColumn<api.StateRow>[] = [
    { head: t('closing.state'), cell: ({ state }) => sentence(`closing.state.${state}`) },
    { head: t('closing.today'), figures: true, cell: ({ today }) => sums(today) },
    { head: t('closing.year'), figures: true, cell: ({ year }) => sums(year) },
    { head: t('closing.perpetual'), figures: true, cell: ({ perpetual }) => sums(perpetual) },
  ]
  return <Card title={t('closing.states')}><Table caption={t('closing.states')} columns={columns} rows={states} rowKey={({ state }) => state} /></Card>
}
