import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { stockApi } from '../../api/api'
import { keys } from '../../api/keys'
import { useText } from '../../text/useText'
import { Loading } from '../../ui/Loading'
import { ImportUnits } from './ImportUnits'
import { ScanUnits } from './ScanUnits'
import { UnitList } from './UnitList'
import { UnitPage } from './UnitPage'

/** The devices that the workshop keeps for exchanges: the list, one of them, or a way to add some. */
export function StockScreen({ part }: { readonly part: string }): ReactNode {
  switch (part) {
    case '':
      return <UnitList />
    case 'new':
      return <UnitPage unit={null} />
    case 'scan':
      return <ScanUnits />
    case 'import':
      return <ImportUnits />
    default:
      return <KnownUnit id={part} />
  }
}

function KnownUnit({ id }: { readonly id: string }): ReactNode {
  const { t } = useText()
  const unit = useQuery({ queryKey: keys.unit(id), queryFn: () => stockApi.Unit(id) })
  if (unit.data) return <UnitPage key={unit.data.updatedAt} unit={unit.data} />
  return <Frame title={t('stock.title')}><Scans /><Loading query={unit}>{() => null}</Loading></Frame>
}

function Scans(): null {
  useFind('worklist')
  return null
}
