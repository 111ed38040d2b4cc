import { useQuery } from '@tanstack/react-query'
import { IconBox, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go, href } from '../../app/route'
import { useLookUp } from '../../app/useFind'
import { stockApi, type api } from '../../api/api'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useScanNotice, useScans } from '../../scan/ScanProvider'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import { Pill } from '../../ui/Pill'
import { PrintDialog } from '../../ui/PrintDialog'
import { UnitTable } from '../stock/UnitTable'
import { CaseTable } from '../worklist/CaseTable'
import classes from './BinScreen.module.css'
import { LaidLines, type LaidLine } from './LaidLines'
import { nameOf, useLay } from './useLay'

/** What lies in a bin. Every device that is scanned here is put into it. */
export function BinScreen({ code }: { readonly code: string }): ReactNode {
  const { t, sentence } = useText()
  const content = useQuery({ queryKey: keys.bin(code), queryFn: () => stockApi.Content(code) })
  const [lines, setLines] = useState<readonly LaidLine[]>([])
  const [printing, setPrinting] = useState(false)
  const lay = useLay()
  const lookUp = useLookUp()
  const bin = content.data?.bin
  const add = (line: LaidLine): void => setLines((before) => [line, ...before].slice(0, 8))
  const { failed } = useScanNotice()
  useScans('bin', (scanned, action) => {
    if (action === 'find') {
      lookUp(scanned, (thrown) => failed(scanned, toFault(thrown)))
      return
    }
    void lay({ bin: code, code: scanned.text, wipe: '', method: '', grade: '' }).then((done) =>
      add('laid' in done
        ? { code: nameOf(done.laid), said: t('stock.laid.here'), href: hrefOf(done.laid) }
        : { code: scanned.text, said: sentence(done.fault.key, done.fault.args), refused: true }))
  })
  return (
    <Frame
      title={<Identifier value={bin?.code ?? code} strong />}
      heading={bin && <>{bin.words}{bin.place !== '' && <Pill tone="info">{sentence(`stock.place.${bin.place}`)}</Pill>}</>}
      foot={
        <FootBar end={bin?.registered === true && <Button icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting(true)}>{t('stock.bins.label')}</Button>}>
          <Button shortcut="Escape" onPress={() => go({ screen: 'home' })}>{t('screen.confirm.cancel')}</Button>
        </FootBar>
      }
    >
      <Loading query={content}>
        {({ bin: shown, rows, units }) => (
          <div className={classes.screen}>
            <Invitation bin={shown} />
            <LaidLines lines={lines} />
            {rows.length + units.length === 0 && <Empty icon={<IconBox size={40} aria-hidden />} title={t('stock.bin.empty')} />}
            {rows.length > 0 && <section className={classes.part}><h2>{t('stock.bin.devices')}</h2><CaseTable label={t('stock.bin.devices')} count={rows.length} rowAt={(index) => rows[index]} /></section>}
            {units.length > 0 && <section className={classes.part}><h2>{t('stock.bin.units')}</h2><UnitTable label={t('stock.bin.units')} count={units.length} rowAt={(index) => units[index]} /></section>}
          </div>
        )}
      </Loading>
      {printing && <PrintDialog title={t('stock.bins.label')} address={`/media/labels/bins?bin=${encodeURIComponent(bin?.code ?? code)}`} onClose={() => setPrinting(false)} />}
    </Frame>
  )
}

/** What a scan does here, or why it can do nothing. */
function Invitation({ bin }: { readonly bin: api.BinView }): ReactNode {
  const { t } = useText()
  if (!bin.registered) return <Banner tone="warn">{t('stock.bin.unknown')} <a href={href({ screen: 'settings', section: 'bins' })}>{t('stock.bin.register')}</a></Banner>
  if (bin.closed) return <Banner tone="warn">{t('stock.bin.is_closed')}</Banner>
  return <p className={classes.call}>{t('stock.bin.scan')}</p>
}

function hrefOf({ row, unit }: api.LaidView): string {
  return row ? href({ screen: 'case', id: row.id, step: null }) : href({ screen: 'stock', part: unit?.id ?? '' })
}
