import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useFind } from '../../app/useFind'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { labelled, type Line } from './burst'
import classes from './Burst.module.css'
import { LabelsDialog } from './BurstScreen'
import { Counts } from './Counts'
import { ScanLines } from './ScanLines'
import type { Van } from './useBurst'
import { wishOf } from './words'

/** The end of a van: how many came, what was set aside, and which of several cases a parcel is. */
export function Summary({ van, onGoOn }: { readonly van: Van; readonly onGoOn: () => void }): ReactNode {
  const { t } = useText()
  useFind('home')
  const { burst } = van
  const [printing, setPrinting] = useState(false)
  const labels = labelled(burst)
  const of = (what: Line['what']): readonly Line[] => burst.lines.filter((line) => line.what === what)
  const [several, aside, again, failed] = [of('several'), of('aside'), of('again'), of('failed')]
  const clear = several.length + aside.length + failed.length === 0
  return (
    <Frame
      title={t('stock.burst.title')}
      foot={
        <FootBar
          end={
            <>
              <Button onPress={() => { van.fresh(); onGoOn() }}>{t('stock.burst.fresh')}</Button>
              <Button look="go" shortcut="F9" icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting(true)} disabledReason={labels.length > 0 ? undefined : t('stock.burst.labels_none')}>{t('stock.burst.labels')}</Button>
            </>
          }
        >
          <Button shortcut="Escape" onPress={onGoOn}>{t('stock.burst.go_on')}</Button>
          <Button onPress={() => { van.fresh(); go({ screen: 'home' }) }}>{t('screen.nav.home')}</Button>
        </FootBar>
      }
    >
      <div className={classes.summary}>
        <h2 className={classes.call}>{t('stock.burst.summary', { count: labels.length })}</h2>
        <Counts burst={burst} />
        {clear && <p className={classes.note}>{t('stock.burst.summary_clear')}</p>}
        {several.map((line) => <Choice key={line.id} line={line} onChoose={(id) => void van.choose(line, id)} />)}
        {aside.length > 0 && <Card title={t('stock.burst.summary_aside')}><ScanLines label={t('stock.burst.summary_aside')} lines={aside} /></Card>}
        {failed.length > 0 && <Card title={t('stock.burst.summary_failed')}><ScanLines label={t('stock.burst.summary_failed')} lines={failed} /></Card>}
        {again.length > 0 && <Card title={t('stock.burst.summary_again')}><ScanLines label={t('stock.burst.summary_again')} lines={again} /></Card>}
      </div>
      {printing && <LabelsDialog cases={labels} onClose={() => setPrinting(false)} />}
    </Frame>
  )
}

/** A code for which several cases wait: the parcel in hand is one of them. */
function Choice({ line, onChoose }: { readonly line: Line; readonly onChoose: (caseId: string) => void }): ReactNode {
  const text = useText()
  const { t } = text
  return (
    <Card title={t('stock.burst.summary_several')}>
      <p className={classes.note}><Identifier value={line.code} /></p>
      <ul>
        {line.cases.map((row) => (
          <li key={row.id} className={classes.choice}>
            <Identifier value={row.number} copy={false} />
            <span className={classes.about}>{[row.title || t('stock.burst.unknown_device'), wishOf(row, text)].filter(Boolean).join(' · ')}</span>
            <Button onPress={() => onChoose(row.id)}>{t('stock.burst.choose')}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
