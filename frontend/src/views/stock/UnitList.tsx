import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDevices, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useFind } from '../../app/useFind'
import type { api } from '../../api/api'
import { useUnitPages } from '../../api/pages'
import { press } from '../../keys/shortcuts'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chips'
import { Empty } from '../../ui/Empty'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import classes from './Stock.module.css'
import { UnitTable } from './UnitTable'

const states = ['', 'free', 'reserved', 'gone', 'withdrawn'] as const
const pageSize = 100

/** The replacement units, the newest first. */
export function UnitList(): ReactNode {
  const { t } = useText()
  useFind('worklist')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 100)
  const [state, setState] = useState<string>('')
  return (
    <Frame
      title={t('stock.title')}
      foot={
        <FootBar end={<Button look="go" shortcut="F9" onPress={() => go({ screen: 'stock', part: 'scan' })}>{t('stock.list.scan')}</Button>}>
          <Button shortcut="F4" onPress={() => go({ screen: 'stock', part: 'import' })}>{t('stock.list.import')}</Button>
          <Button shortcut="F7" onPress={() => go({ screen: 'stock', part: 'new' })}>{t('stock.list.hand')}</Button>
        </FootBar>
      }
    >
      <div className={classes.screen}>
        <div className={classes.bar}>
          <TextInput className={classes.field} aria-label={t('stock.list.search')} placeholder={t('stock.list.search')} leftSection={<IconSearch size={22} aria-hidden />}
            value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={(event) => { if (['ArrowDown', 'Enter'].includes(event.key)) press(event.key) }}
            autoComplete="off" spellCheck={false} />
        </div>
        <Listed key={`${state} ${text}`} state={state} text={text} onState={setState} />
      </div>
    </Frame>
  )
}

function Listed({ state, text, onState }: { readonly state: string; readonly text: string; readonly onState: (state: string) => void }): ReactNode {
  const { t, format } = useText()
  const filter: api.UnitFilter = { state, grade: '', text, offset: 0, limit: pageSize }
  const { first, total, rowAt, look } = useUnitPages(filter)
  const count = first.data?.count ?? {}
  const all = Object.values(count).reduce((sum, n) => sum + n, 0)
  const chips = states.map((id) => ({ id, label: `${id === '' ? t('stock.list.all') : t(`stock.state.${id}`)} ${format.number(id === '' ? all : (count[id] ?? 0))}` }))
  return (
    <>
      <Chips label={t('stock.list.filters')} hidden chips={chips} chosen={state} onChoose={onState} />
      {total > 0 && <UnitTable label={t('stock.title')} count={total} rowAt={rowAt} onSight={look} />}
      {total === 0 && (
        <Loading query={first}>
          {() => text === ''
            ? <Empty icon={<IconDevices size={40} aria-hidden />} title={t('stock.list.empty')}>{t('stock.list.empty_text')}</Empty>
            : <Empty title={t('stock.list.nothing', { text })} />}
        </Loading>
      )}
    </>
  )
}
