import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import { devicesApi, type api } from '../../api/api'
import { toFault, type Fault } from '../../api/fault'
import { keys } from '../../api/keys'
import { useSoldFiles } from '../../api/reads'
import { uploadTable } from '../../api/tables'
import { useCommand } from '../../api/useCommand'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { FileButton } from '../../ui/FileButton'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { Table, type TableColumn } from '../../ui/Table'
import { useToast } from '../../ui/Toasts'
import classes from './Sold.module.css'
import { SoldPreview } from './SoldPreview'

/** Takes in what left with each order: a file is looked at first, then taken whole. */
export function SoldScreen(): ReactNode {
  const { t } = useText()
  const tell = useToast()
  useFind('worklist')
  const queries = useQueryClient()
  const [file, setFile] = useState<api.SoldFileView | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [reading, setReading] = useState(false)
  const take = useCommand<string, api.SoldFilesView>(
    (command, id) => devicesApi.ImportSold(command, id),
    (files) => {
      queries.setQueryData(keys.soldFiles, files)
      tell(t('device.import.taken', { name: file?.name ?? '' }))
      setFile(null)
    },
  )
  const open = (chosen: File): void => {
    setReading(true)
    setFault(null)
    take.dismiss()
    // One state after the other would leave the key dead for a moment after the answer.
    const read = (file: api.SoldFileView | null, why: Fault | null): void => {
      setFile(file)
      setFault(why)
      setReading(false)
    }
    uploadTable(chosen).then((id) => devicesApi.PreviewSold(id)).then((file) => read(file, null), (thrown: unknown) => read(null, toFault(thrown)))
  }
  const ready = file !== null && file.badRows === 0
  const failed = fault ?? take.fault
  return (
    <Frame
      title={t('device.import.title')}
      foot={
        <FootBar
          end={ready && <Button look="go" shortcut="F9" busy={take.busy} onPress={() => void take.give(file.id)}>{t('device.import.take', { count: file.good })}</Button>}
        >
          <FileButton shortcut="F4" busy={reading} look={ready ? 'plain' : 'go'} onFile={open}>{t(file ? 'device.import.again' : 'device.import.choose')}</FileButton>
        </FootBar>
      }
    >
      <div className={classes.screen}>
        {failed && <ErrorNotice error={failed} onClose={() => { setFault(null); take.dismiss() }} />}
        {file ? <SoldPreview file={file} /> : <><p className={classes.lead}>{t('device.import.lead')}</p><p className={classes.lead}>{t('device.import.accepts')}</p><Files /></>}
      </div>
    </Frame>
  )
}

function Files(): ReactNode {
  const { t, format } = useText()
  const columns: TableColumn<api.ImportView>[] = [
    { head: t('device.import.file'), cell: ({ name }) => name },
    { head: t('device.import.at'), cell: ({ at }) => format.dateTime(at) },
    { head: t('device.import.by'), cell: ({ by }) => by },
    { head: t('device.import.rows'), figures: true, cell: ({ rows }) => format.number(rows) },
  ]
  return (
    <Loading query={useSoldFiles()}>
      {({ files }) => (
        <Card title={t('device.import.files')}>
          {files.length === 0
            ? <p className={classes.lead}>{t('device.import.no_files')}</p>
            : <Table caption={t('device.import.files')} columns={columns} rows={files} rowKey={({ at, name }) => `${at} ${name}`} />}
        </Card>
      )}
    </Loading>
  )
}
