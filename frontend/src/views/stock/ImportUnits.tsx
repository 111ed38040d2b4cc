import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go } from '../../app/route'
import { useFind } from '../../app/useFind'
import { stockApi, type api } from '../../api/api'
import { toFault, type Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { uploadTable } from '../../api/tables'
import { useCommand } from '../../api/useCommand'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { useToast } from '../../ui/Toasts'
import classes from './Stock.module.css'

/** A file of replacement units: what it holds is shown before anything is written, and all of it is taken or nothing. */
export function ImportUnits(): ReactNode {
  const { t, sentence, format } = useText()
  useFind('worklist')
  const tell = useToast()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<api.UnitFileView | null>(null)
  const [unread, setUnread] = useState<Fault | null>(null)
  const [reading, setReading] = useState(false)
  const { give, busy, fault, dismiss } = useCommand<string, number>((command, id) => stockApi.ImportFile(command, id), (count, queries) => {
    void queries.invalidateQueries({ queryKey: keys.stock })
    play('done')
    tell(t('stock.import.done', { count }))
    go({ screen: 'stock', part: '' })
  })
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    dismiss()
    setReading(true)
    setUnread(null)
    setFile(null)
    try {
      setFile(await stockApi.PreviewFile(await uploadTable(chosen)))
    } catch (thrown) {
      play('refused')
      setUnread(toFault(thrown))
    } finally {
      setReading(false)
      if (picker.current) picker.current.value = '' // The same file, mended, can be chosen again.
    }
  }
  const wrong = unread ?? fault
  const why = file === null ? undefined : file.before !== '' ? t('stock.import.before', { at: format.dateTime(file.before) }) : file.bad.length > 0 ? t('stock.import.bad_lead') : undefined
  return (
    <Frame
      title={t('stock.import.title')}
      foot={
        <FootBar
          end={
            <>
              <Button look={file === null ? 'go' : 'plain'} shortcut="F4" busy={reading} icon={<IconFileSpreadsheet size={22} stroke={1.6} aria-hidden />} onPress={() => picker.current?.click()}>{t(file === null ? 'stock.import.choose' : 'stock.import.again')}</Button>
              {file !== null && <Button look="go" shortcut="F9" busy={busy} disabledReason={why} onPress={() => void give(file.id)}>{t('stock.import.go', { count: file.good })}</Button>}
            </>
          }
        >
          <Button shortcut="Escape" onPress={() => go({ screen: 'stock', part: '' })}>{t('stock.unit.back')}</Button>
        </FootBar>
      }
    >
      <div className={classes.form}>
        {wrong && <Banner tone="late" onClose={() => { setUnread(null); dismiss() }}>{sentence(wrong.key, wrong.args)}</Banner>}
        <input ref={picker} type="file" hidden aria-label={t('stock.import.choose')} accept=".csv,.txt,.tsv,.xlsx" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
        {file === null ? <p className={classes.lead}>{t('stock.import.lead')} {t('stock.import.nothing_yet')}</p> : <Preview file={file} />}
      </div>
    </Frame>
  )
}

function Preview({ file }: { readonly file: api.UnitFileView }): ReactNode {
  const { t, sentence, format } = useText()
  const { name, good, sample, bad, ignored, before } = file
  return (
    <>
      {before !== '' && <Banner tone="warn">{t('stock.import.before', { at: format.dateTime(before) })}</Banner>}
      {bad.length > 0 && (
        <Card title={t('stock.import.bad', { count: bad.length })}>
          <p className={classes.note}>{t('stock.import.bad_lead')}</p>
          <ul className={classes.bad} tabIndex={0} aria-label={t('stock.import.bad', { count: bad.length })}>{bad.map((said) => <li key={said}>{said}</li>)}</ul>
        </Card>
      )}
      <Card title={`${name} : ${t('stock.import.good', { count: good })}`}>
        {ignored.length > 0 && <p className={classes.note}>{t('stock.import.ignored', { columns: ignored.join(', ') })}</p>}
        {good > 0 && (
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('stock.import.good', { count: good })}>
            <table className={classes.good}>
              <thead><tr>{[t('stock.import.line'), t('stock.list.title'), t('stock.list.grade'), t('stock.list.number'), t('stock.unit.model'), t('stock.unit.storage'), t('stock.unit.colour'), t('stock.list.bin')].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {sample.map(({ line, unit }) => (
                  <tr key={line}>
                    <td>{line}</td><td>{unit.title}</td><td>{sentence(`stock.grade.${unit.grade}`)}</td><td><Identifier value={unit.imei || unit.serial} copy={false} /></td>
                    <td>{unit.model}</td><td>{unit.storage}</td><td>{unit.colour}</td><td>{unit.bin}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {good > sample.length && <p className={classes.note}>{t('stock.import.more', { count: good - sample.length })}</p>}
      </Card>
    </>
  )
}
