import type { ReactNode } from 'react'
import { href } from '../../app/route'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Table, type TableColumn } from '../../ui/Table'
import classes from './Device.module.css'
import { rolesOf } from './roles'

/** Every case that the device has to do with, the newest first. */
export function DeviceCases({ cases }: { readonly cases: readonly api.DeviceCaseView[] }): ReactNode {
  const { t, sentence, format } = useText()
  const device = (code: string, title = ''): ReactNode => code !== '' && <a className={classes.code} href={href({ screen: 'device', code })}>{title || code}</a>
  const columns: TableColumn<api.DeviceCaseView>[] = [
    { head: t('device.case'), cell: ({ row }) => <a className={classes.code} href={href({ screen: 'case', id: row.id, step: null })}>{row.number}</a> },
    { head: t('device.role'), cell: (of) => rolesOf(of).map((role) => t(`device.role.${role}`)).join(', ') },
    { head: t('device.came_back'), cell: ({ cameBack }) => cameBack !== '' && format.date(cameBack) },
    { head: t('device.stage'), cell: ({ row }) => sentence(`work.stage.${row.stage}`) },
    { head: t('device.decided'), cell: ({ decided }) => decided !== '' && sentence(`policy.outcome.${decided}`) },
    {
      head: t('device.given'),
      cell: ({ given, givenCode, other }) => (
        <>{device(givenCode, given)}{other !== '' && <span className={classes.quiet}>{t('device.other')} : {device(other)}</span>}</>
      ),
    },
  ]
  return (
    <Card title={t('device.cases')}>
      {cases.length === 0 ? <p className={classes.quiet}>{t('device.no_cases')}</p> : <Table caption={t('device.cases')} columns={columns} rows={cases} rowKey={({ row }) => row.id} />}
    </Card>
  )
}
