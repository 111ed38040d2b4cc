import type { ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useFind } from '../../app/useFind'
import type { api } from '../../api/api'
import { useDevice } from '../../api/reads'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Facts, type Fact } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import classes from './Device.module.css'
import { DeviceCases } from './DeviceCases'
import { DeviceSales } from './DeviceSales'
import { Flags } from './Flags'
import { Guarantee } from './Guarantee'

/** Everything that is known of one device, by its IMEI or serial number. */
export function DeviceScreen({ code }: { readonly code: string }): ReactNode {
  const { t } = useText()
  useFind('cases')
  const device = useDevice(code)
  return (
    <Frame title={device.data?.title || t('device.title')}>
      <Loading query={device}>{(known) => <Page device={known} />}</Loading>
    </Frame>
  )
}

function Page({ device }: { readonly device: api.DevicePage }): ReactNode {
  const { t } = useText()
  return (
    <div className={classes.screen}>
      <Flags flags={device.flags} />
      <div className={classes.top}>
        <Card title={t('device.title')}><Facts facts={useIdentity(device)} /></Card>
        <Guarantee guarantee={device.guarantee} />
      </div>
      <DeviceCases cases={device.cases} />
      <DeviceSales sales={device.sold} />
    </div>
  )
}

function useIdentity({ imei, serial, place, bin, inStock }: api.DevicePage): Fact[] {
  const { t, sentence } = useText()
  const where = [place !== '' && sentence(`device.place.${place}`), bin !== '' && t('device.bin', { bin }), inStock !== '' && sentence(`device.stock.${inStock}`)].filter(Boolean)
  return [
    ...(imei === '' ? [] : [{ term: t('device.imei'), value: <Identifier value={imei} strong /> }]),
    ...(serial === '' ? [] : [{ term: t('device.serial'), value: <Identifier value={serial} strong /> }]),
    { term: t('device.where'), value: where.length > 0 ? where.join(' · ') : t('device.nowhere') },
  ]
}
