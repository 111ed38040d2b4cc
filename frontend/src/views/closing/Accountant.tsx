import { Select } from '@mantine/core'
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { href } from '../../app/route'
import { useNow } from '../../text/useNow'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import classes from './Closing.module.css'
import { lastMonths, monthName } from './sums'

/** A month's refunds as a table, to take along. */
export function Accountant(): ReactNode {
  const { t, language } = useText()
  const months = lastMonths(useNow())
  const [month, setMonth] = useState(months[0] ?? '')
  return (
    <Card title={t('closing.export')}>
      <p className={classes.none}>{t('closing.export_lead')}</p>
      <div className={classes.export}>
        <Select
          label={t('closing.month')}
          data={months.map((value) => ({ value, label: monthName(value, language) }))}
          value={month}
          allowDeselect={false}
          onChange={(chosen) => setMonth(chosen ?? month)}
        />
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className={classes.download} href={`/media/accounts/${month}.${format}`} download>
            <IconDownload size={22} stroke={1.6} aria-hidden />{t(`closing.${format}`)}
          </a>
        ))}
        <a className={classes.download} href={href({ screen: 'payouts', id: '' })}><IconArrowsExchange size={22} stroke={1.6} aria-hidden />{t('closing.payouts_link')}</a>
      </div>
    </Card>
  )
}
