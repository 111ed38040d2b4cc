import { IconPrinter } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useScans } from '../../scan/ScanProvider'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FootBar } from '../../ui/FootBar'
import { PrintDialog } from '../../ui/PrintDialog'
import { ArrivalDialog } from './ArrivalDialog'
import { labelled, latestHere } from './burst'
import classes from './Burst.module.css'
import { Counts } from './Counts'
import { LatestScan } from './LatestScan'
import { ScanLines } from './ScanLines'
import { Summary } from './Summary'
import { useBurst, type Van } from './useBurst'

/** A van of forty parcels: scan, label, next. There is no field; what is not clear waits until the end. */
export function BurstScreen(): ReactNode {
  const van = useBurst()
  const [ended, setEnded] = useState(false)
  return ended ? <Summary van={van} onGoOn={() => setEnded(false)} /> : <Unloading van={van} onEnd={() => setEnded(true)} />
}

function Unloading({ van, onEnd }: { readonly van: Van; readonly onEnd: () => void }): ReactNode {
  const { t, format } = useText()
  const { burst } = van
  const [above, setAbove] = useState<'arrival' | 'labels' | null>(null)
  const [other, setOther] = useState(false)
  const another = useRef(false) // The scan after the key is the other device, however fast it comes.
  const last = latestHere(burst)
  const parcel = last?.cases[0]
  const expect = (on: boolean): void => {
    another.current = on
    setOther(on)
  }
  useScans('burst', ({ text }) => {
    const inParcel = another.current ? last : undefined
    expect(false)
    van.take(text, inParcel)
  })
  const labels = labelled(burst)
  return (
    <Frame
      title={t('stock.burst.title')}
      heading={<span className={classes.arrived}>{burst.arrived === '' ? t('stock.burst.arrived_now') : t('stock.burst.arrived_at', { at: format.dateTime(burst.arrived) })}</span>}
      foot={
        <FootBar end={<Button look="go" shortcut="F9" onPress={burst.lines.length === 0 ? () => go({ screen: 'home' }) : onEnd}>{t('stock.burst.end')}</Button>}>
          <Button shortcut="F4" onPress={() => setAbove('arrival')}>{t('stock.burst.arrival')}</Button>
          <Button shortcut="F6" onPress={() => expect(!other)} disabledReason={parcel ? undefined : t('stock.burst.other_none')}>{t('stock.burst.other')}</Button>
          <Button shortcut="Ctrl+Z" onPress={() => void van.undo(t('stock.burst.undo_reason'))} disabledReason={last ? undefined : t('stock.burst.undo_none')}>{t('stock.burst.undo')}</Button>
          <Button shortcut="F7" icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setAbove('labels')} disabledReason={labels.length > 0 ? undefined : t('stock.burst.labels_none')}>{t('stock.burst.labels')}</Button>
        </FootBar>
      }
    >
      <div className={classes.screen}>
        <LatestScan line={burst.lines[0]} call={other && parcel ? t('stock.burst.other_on', { parcel: parcel.number }) : t('stock.burst.call')} />
        <Counts burst={burst} />
        <ScanLines label={t('stock.burst.lines')} lines={burst.lines} />
      </div>
      {above === 'arrival' && <ArrivalDialog burst={burst} onSet={(at, reason) => { van.arrive(at, reason); setAbove(null) }} onClose={() => setAbove(null)} />}
      {above === 'labels' && <LabelsDialog cases={labels} onClose={() => setAbove(null)} />}
    </Frame>
  )
}

/** The labels of the van in one print, in the order in which its parcels came. */
export function LabelsDialog({ cases, onClose }: { readonly cases: readonly string[]; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const asked = new URLSearchParams(cases.map((id) => ['case', id]))
  return <PrintDialog title={t('stock.burst.labels_title', { count: cases.length })} address={`/media/labels/devices?${asked.toString()}`} onClose={onClose} />
}
