import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { RowFaults } from '../../ui/RowFaults'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Payouts.module.css'
import { byUrgency, toneOf } from './standing'

/** A statement beside the refunds: what a person must look at first. */
export function Statement({ payout }: { readonly payout: api.PayoutView }): ReactNode {
  const { t, format } = useText()
  const { name, at, by, others, lines, missing, bad, badRows, ignored, earlier } = payout
  const said = [
    at === '' ? t('closing.payouts.preview') : t('closing.payouts.by', { date: format.dateTime(at), name: by }),
    others > 0 && t('closing.payouts.others', { count: others }),
    ignored.length > 0 && t('device.import.ignored', { columns: ignored.join(', ') }),
  ].filter((line) => line !== false)
  return (
    <>
      <div>
        <h2>{name}</h2>
        {said.map((line) => <p key={line} className={classes.lead}>{line}</p>)}
      </div>
      {earlier !== '' && <Banner tone="warn">{t('closing.payouts.earlier')} <a href={href({ screen: 'payouts', id: earlier })}>{t('closing.payouts.see_earlier')}</a></Banner>}
      {badRows > 0 && <RowFaults faults={bad} count={badRows} />}
      <Card title={t('closing.payouts.refunds')}>
        {lines.length === 0 ? <p className={classes.lead}>{t('closing.payouts.no_refunds')}</p> : <Lines lines={byUrgency(lines)} />}
      </Card>
      {missing.length > 0 && <Missing missing={missing} />}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly api.PayoutLineView[] }): ReactNode {
  const { t, sentence, format } = useText()
  const columns: TableColumn<api.PayoutLineView>[] = [
    { head: t('closing.payouts.line'), cell: ({ line }) => line },
    { head: t('closing.payouts.standing'), cell: ({ standing }) => <Pill tone={toneOf(standing)}>{sentence(`closing.payouts.standing.${standing}`)}</Pill> },
    { head: t('closing.payouts.order'), cell: ({ orderRef }) => <span className={classes.code}>{orderRef}</span> },
    { head: t('closing.payouts.date'), cell: ({ at }) => at !== '' && format.date(at) },
    { head: t('closing.payouts.paid'), figures: true, cell: ({ paid }) => format.amount(paid) },
    { head: t('closing.payouts.ours'), figures: true, cell: ({ ours }) => ours && format.amount(ours) },
    { head: t('closing.payouts.case'), cell: ({ case: id, number }) => id !== '' && <a className={classes.code} href={href({ screen: 'case', id, step: null })}>{number}</a> },
  ]
  return <Table caption={t('closing.payouts.refunds')} columns={columns} rows={lines} rowKey={({ line }) => String(line)} />
}

function Missing({ missing }: { readonly missing: readonly api.MissingRefundView[] }): ReactNode {
  const { t, sentence, format } = useText()
  const columns: TableColumn<api.MissingRefundView>[] = [
    { head: t('closing.payouts.case'), cell: ({ case: id, number }) => <a className={classes.code} href={href({ screen: 'case', id, step: null })}>{number}</a> },
    { head: t('closing.payouts.order'), cell: ({ orderRef }) => <span className={classes.code}>{orderRef}</span> },
    { head: t('closing.state'), cell: ({ state }) => sentence(`closing.state.${state}`) },
    { head: t('closing.payouts.ours'), figures: true, cell: ({ amount }) => format.amount(amount) },
  ]
  return (
    <Card title={t('closing.payouts.missing')}>
      <p className={classes.lead}>{t('closing.payouts.missing_why')}</p>
      <Table caption={t('closing.payouts.missing')} columns={columns} rows={missing} rowKey={({ case: id, amount }) => `${id} ${amount.minor}`} />
    </Card>
  )
}
