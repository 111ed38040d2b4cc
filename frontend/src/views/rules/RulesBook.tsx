import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { rulesApi, type api } from '../../api/api'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useRules } from '../../api/reads'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Loading } from '../../ui/Loading'
import { useToast } from '../../ui/Toasts'
import { Campaigns } from './Campaigns'
import { formOf, grouped, isChanged, nothing, withValue, type Edit } from './edit'
import { RuleRow } from './RuleRow'
import classes from './Rules.module.css'
import { Versions } from './Versions'

/** The rules: each in words, with its source, its value and an example; an edit is a new version, signed. */
export function RulesBook(): ReactNode {
  const [version, setVersion] = useState('')
  const rules = useRules(version)
  return <Loading query={rules}>{(view) => (version === '' ? <InForce key={view.version} view={view} onRead={setVersion} /> : <Past view={view} onBack={() => setVersion('')} />)}</Loading>
}

/** The rules of an earlier version, to be read. */
function Past({ view, onBack }: { readonly view: api.RulesView; readonly onBack: () => void }): ReactNode {
  const { t } = useText()
  return (
    <>
      <p className={classes.past}>{t('rules.of_version', { version: view.version })} <Button look="quiet" onPress={onBack}>{t('rules.back')}</Button></p>
      <Rows rows={view.rows} changed={() => false} errorOf={() => undefined} campaigns={(row) => <Campaigns campaigns={row.campaigns} fault={null} />} />
    </>
  )
}

function InForce({ view, onRead }: { readonly view: api.RulesView; readonly onRead: (version: string) => void }): ReactNode {
  const { t, sentence } = useText()
  const tell = useToast()
  const [edit, setEdit] = useState<Edit>(nothing)
  const [table, setTable] = useState(false)
  const changed = isChanged(edit)
  const preview = useQuery({ queryKey: [...keys.rules, 'preview', edit], queryFn: () => rulesApi.Preview(formOf(edit)), enabled: changed, placeholderData: (before) => before })
  const { give, busy, fault, dismiss } = useCommand(
    (id, form: api.RulesForm) => rulesApi.Save(id, form, ''),
    (saved, queries) => {
      queries.setQueryData([...keys.rules, ''], saved)
      tell(t('rules.saved', { version: saved.version }))
    },
  )
  const doubt = fault ?? (preview.error === null ? null : toFault(preview.error))
  const examples = changed ? (preview.data ?? view.rows) : view.rows
  const shown = view.rows.map((row, i) => ({ ...(examples[i] ?? row), value: edit.values[row.field] ?? row.value, campaigns: row.campaigns }))
  const fieldOf = (row: api.RuleRowView): string | undefined => (doubt !== null && row.field !== '' && doubt.field === row.field ? sentence(doubt.key, doubt.args) : undefined)
  return (
    <>
      <Card>
        <p className={classes.quiet}>{t('rules.in_force', { version: view.version })} · {t('rules.lead')}</p>
      </Card>
      <Rows
        rows={shown}
        changed={(row) => row.field in edit.values || row.kind === 'campaigns' && edit.campaigns !== null}
        errorOf={fieldOf}
        onChange={(row, value) => setEdit((before) => withValue(before, view.rows.find(({ field }) => field === row.field) ?? row, value))}
        campaigns={(row) => (table || edit.campaigns !== null
          ? <Campaigns campaigns={edit.campaigns ?? row.campaigns} fault={doubt} onChange={(campaigns) => setEdit((before) => ({ ...before, campaigns }))} />
          : <Button onPress={() => setTable(true)}>{t('rules.campaign.show')} · {t('rules.campaign.count', { count: row.campaigns.length })}</Button>)}
      />
      {changed && (
        <div className={classes.save}>
          {fault && <ErrorNotice error={fault} onClose={dismiss} />}
          <p className={classes.quiet}>{t('rules.pin_why')}</p>
          <Button onPress={() => { dismiss(); setEdit(nothing) }}>{t('rules.cancel')}</Button>
          <Button look="go" shortcut="F9" busy={busy} onPress={() => void give(formOf(edit))}>{t('rules.save')}</Button>
        </div>
      )}
      <Versions versions={view.versions} inForce={view.version} onRead={onRead} />
    </>
  )
}

function Rows({ rows, changed, errorOf, onChange, campaigns }: {
  readonly rows: readonly api.RuleRowView[]
  readonly changed: (row: api.RuleRowView) => boolean
  readonly errorOf: (row: api.RuleRowView) => string | undefined
  readonly onChange?: (row: api.RuleRowView, value: string) => void
  readonly campaigns: (row: api.RuleRowView) => ReactNode
}): ReactNode {
  const { sentence } = useText()
  return grouped(rows).map(({ subject, rows: own }) => (
    <Card key={subject} title={sentence(`rules.reading.${subject}`)}>
      <ul className={classes.rules}>
        {own.map((row) => (
          <RuleRow key={`${row.title} ${row.field}`} row={row} changed={changed(row)} error={errorOf(row)} onChange={onChange && ((value) => onChange(row, value))}>
            {row.kind === 'campaigns' ? campaigns(row) : undefined}
          </RuleRow>
        ))}
      </ul>
    </Card>
  ))
}
