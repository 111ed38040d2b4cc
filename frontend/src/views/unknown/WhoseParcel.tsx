import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useCases } from '../../api/reads'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { found } from '../search/filter'
import classes from './ParcelScreen.module.css'
import { waitsForParcel, type Tie } from './tie'
import { TieChoice } from './TieChoice'

const shown = 6

/** Finds whose parcel it is: by scanning what is inside, or by a name on a slip. */
export function WhoseParcel({ onTie }: { readonly onTie: (tie: Tie) => void }): ReactNode {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 120)
  const query = useCases(found(asked, 50), asked !== '')
  const rows = asked === '' ? [] : (query.data?.rows ?? []).filter(waitsForParcel).slice(0, shown)
  return (
    <Card padded={false} className={classes.whose}>
      <h2>{t('home.parcel.scan')}</h2>
      <p className={classes.why}>{t('home.parcel.why')}</p>
      <TextInput
        label={t('home.parcel.search')}
        leftSection={<IconSearch size={22} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {asked !== '' && query.data && rows.length === 0 && <p className={classes.why}>{t('home.parcel.none_waits')}</p>}
      {rows.length > 0 && (
        <div className={classes.choices}>
          {rows.map((row) => <TieChoice key={row.id} tie={{ to: 'case', row }} onPress={() => onTie({ to: 'case', row })} />)}
        </div>
      )}
    </Card>
  )
}
