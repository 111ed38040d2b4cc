import { TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import type { Fault } from '../../api/fault'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FaultText } from '../../ui/FaultText'
import classes from './Rules.module.css'

/** The table of campaigns: bought from, to, returned until. */
export function Campaigns({ campaigns, fault, onChange }: {
  readonly campaigns: readonly api.CampaignView[]
  readonly fault: Fault | null
  readonly onChange?: ((campaigns: readonly api.CampaignView[]) => void) | undefined
}): ReactNode {
  const { t, format } = useText()
  if (!onChange) {
    return campaigns.length === 0
      ? <p>{t('rules.campaign.none')}</p>
      : <ul>{campaigns.map(({ from, to, until }) => <li key={from}>{t('rules.campaign.range', { from: format.day(from), to: format.date(to), until: format.date(until) })}</li>)}</ul>
  }
  const set = (at: number, part: Partial<api.CampaignView>): void => onChange(campaigns.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <div className={classes.campaigns}>
      {campaigns.map((campaign, i) => (
        <fieldset key={i} className={classes.campaign}>
          <legend className={classes.quiet}>{t('rules.campaign.row', { n: i + 1 })}</legend>
          {(['from', 'to', 'until'] as const).map((part) => (
            <TextInput
              key={part}
              type="date"
              label={t(`rules.campaign.${part}`)}
              value={campaign[part]}
              error={fault?.field === `campaigns.${i}.${part}` ? <FaultText fault={fault} /> : undefined}
              onChange={(event) => set(i, { [part]: event.currentTarget.value })}
            />
          ))}
          <button type="button" className={classes.remove} aria-label={t('rules.campaign.remove', { n: i + 1 })} onClick={() => onChange(campaigns.filter((_, other) => other !== i))}><IconTrash size={20} aria-hidden /></button>
        </fieldset>
      ))}
      <Button icon={<IconPlus size={20} aria-hidden />} onPress={() => onChange([...campaigns, { from: '', to: '', until: '' }])}>{t('rules.campaign.add')}</Button>
    </div>
  )
}
