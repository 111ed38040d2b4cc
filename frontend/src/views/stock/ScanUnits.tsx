import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go, href } from '../../app/route'
import { useDraft } from '../../app/useDraft'
import { useLookUp } from '../../app/useFind'
import { stockApi, type api } from '../../api/api'
import { newCommandId } from '../../api/call'
import { Fault, toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import type { Code } from '../../scan/classify'
import { useScanNotice, useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { FootBar } from '../../ui/FootBar'
import { LaidLines, type LaidLine } from '../bins/LaidLines'
import classes from './Stock.module.css'
import { UnitFields } from './UnitFields'
import { blankUnit, described, scannedUnit } from './unitForm'

/** One description, then one scan per device. */
export function ScanUnits(): ReactNode {
  const { t, sentence } = useText()
  const { draft, set } = useDraft<api.UnitForm>('stock.scan', blankUnit)
  const [lines, setLines] = useState<readonly LaidLine[]>([])
  const [added, setAdded] = useState(0)
  const [fault, setFault] = useState<Fault | null>(null)
  const queries = useQueryClient()
  const lookUp = useLookUp()
  const ready = described(draft)
  const add = async (code: Code): Promise<void> => {
    const note = (line: LaidLine): void => setLines((before) => [line, ...before].slice(0, 12))
    try {
      const unit = await stockApi.Add(newCommandId(), scannedUnit(draft, code))
      play('done')
      setAdded((n) => n + 1)
      note({ code: unit.imei || unit.serial, said: t('stock.scan.added'), href: href({ screen: 'stock', part: unit.id }) })
      void queries.invalidateQueries({ queryKey: keys.stock })
    } catch (thrown) {
      play('refused')
      const refused = toFault(thrown)
      note({ code: code.text, said: sentence(refused.key, refused.args), refused: true })
    }
  }
  const { failed } = useScanNotice()
  useScans('stock', (code, action) => {
    if (action === 'find') {
      lookUp(code, (thrown) => failed(code, toFault(thrown)))
    } else if (action === 'move') {
      play('done')
      set({ bin: code.text })
    } else if (ready) {
      setFault(null)
      void add(code)
    } else {
      play('refused')
      setFault(draft.title.trim() === '' ? new Fault('invalid', 'errors_stock.title', {}, 'title') : new Fault('invalid', 'errors_stock.grade', {}, 'grade'))
    }
  })
  return (
    <Frame
      title={t('stock.scan.title')}
      foot={
        <FootBar end={<Button look="go" shortcut="F9" onPress={() => go({ screen: 'stock', part: '' })}>{t('stock.scan.back')}</Button>}>
          <span role="status">{added > 0 && t('stock.scan.done', { count: added })}</span>
        </FootBar>
      }
    >
      <div className={classes.split}>
        <Card>
          <UnitFields form={draft} set={(part) => { setFault(null); set(part) }} fault={fault} numbered={false} />
        </Card>
        <section aria-label={t('stock.scan.lines')} className={classes.file}>
          <p className={classes.call}>{t(ready ? 'stock.scan.ready' : 'stock.scan.first')}</p>
          <p className={classes.lead}>{t('stock.scan.lead')}</p>
          <LaidLines lines={lines} />
        </section>
      </div>
    </Frame>
  )
}
