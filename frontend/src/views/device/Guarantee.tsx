import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import classes from './Device.module.css'

/** What guarantee is left, by which rule, and until when. */
export function Guarantee({ guarantee }: { readonly guarantee: api.GuaranteeView }): ReactNode {
  const { t, sentence, format } = useText()
  const { coverage, until, rule, commercial, presumption, conformity, repairs, renewed } = guarantee
  const longer = [repairs > 0 && t('device.repairs', { count: repairs }), renewed && t('device.renewed')].filter(Boolean).join(' · ')
  const periods = [
    ['commercial', commercial],
    ['presumption', presumption],
    ['conformity', conformity],
  ] as const
  return (
    <Card title={t('device.guarantee')}>
      <p className={classes.coverage} data-over={coverage === 'over'}>
        {sentence(`device.coverage.${coverage}`)}
        {until !== '' && ` ${t(coverage === 'over' ? 'device.since_over' : 'device.until', { date: format.date(until) })}`}
      </p>
      {rule !== '' && <p className={classes.quiet}>{sentence(`policy.rule.${rule}.title`)} · {sentence(`policy.rule.${rule}.source`)}</p>}
      {until !== '' && (
        <Facts
          facts={periods.filter(([, last]) => last !== '').map(([name, last]) => ({
            term: t(`device.${name}`),
            value: <>{format.date(last)}{name === 'conformity' && longer !== '' && <small className={classes.quiet}> {longer}</small>}</>,
          }))}
        />
      )}
    </Card>
  )
}
