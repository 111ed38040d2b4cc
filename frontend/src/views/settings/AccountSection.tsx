import { useState, type ReactNode } from 'react'
import { settingsApi, type api } from '../../api/api'
import { useBootstrap } from '../../api/reads'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import { AccountFields } from './AccountFields'
import { CheckAccount } from './CheckAccount'
import classes from './SettingsScreen.module.css'
import { useSaving } from './useSaving'

/** The marketplace account: which one, whether it works, and how to change it. */
export function AccountSection({ view }: { readonly view: api.SettingsView }): ReactNode {
  const { t, sentence, format } = useText()
  const { account, workshop } = view
  const sample = useBootstrap().data?.sample ?? false
  const [form, setForm] = useState<api.AccountForm>({
    environment: account.environment || (sample ? 'sandbox' : 'production'), token: '', company: workshop.name, contact: workshop.email,
  })
  const { fault, bar } = useSaving<api.AccountForm>(settingsApi.SaveAccount)
  const none = account.environment === ''
  return (
    <>
      <Card title={account.name === '' ? t('settings.account.title') : account.name}>
        {account.error && <Banner tone="late">{sentence(account.error.key, account.error.args)}</Banner>}
        {none
          ? <p className={classes.lead}>{t('settings.account.none')}</p>
          : (
            <Facts
              facts={[
                { term: t('settings.account.environment'), value: sentence(`settings.environment.${account.environment}`) },
                { term: t('settings.account.address'), value: <Identifier value={account.baseUrl} /> },
                { term: t('settings.account.token'), value: <Pill tone={account.hasToken ? 'ok' : 'warn'}>{t(account.hasToken ? 'settings.account.token_set' : 'settings.account.token_missing')}</Pill> },
                { term: t('settings.account.checked'), value: account.checked === '' ? t('settings.account.never_checked') : format.dateTime(account.checked) },
              ]}
            />
          )}
        {sample && <CheckAccount form={form} />}
      </Card>
      {!sample && (
        <Card title={t('settings.account.change')}>
          <AccountFields form={form} onChange={setForm} fault={fault} environments={['production', 'preprod']} hasToken={account.hasToken} />
          <CheckAccount form={form} />
          {bar(form)}
        </Card>
      )}
    </>
  )
}
