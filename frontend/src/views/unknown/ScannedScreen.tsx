import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { go, href } from '../../app/route'
import { leadsTo, useFind } from '../../app/useFind'
import { stationApi, type api } from '../../api/api'
import { keys } from '../../api/keys'
import { useShortcut } from '../../keys/useShortcut'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import { CaseTable } from '../worklist/CaseTable'
import { NothingFound } from './NothingFound'
import classes from './ScannedScreen.module.css'
import { SoldHere } from './SoldHere'
import { UnknownParcelButton } from './UnknownParcelButton'

/** How long what a scan found is taken for true, in milliseconds: a case may be opened for it since. */
const fresh = 5000

/** What a scanned code matched, where that is not one case to open: several, a sale without a case, or nothing. */
export function ScannedScreen({ code, onByHand }: { readonly code: string; readonly onByHand: () => void }): ReactNode {
  const { t } = useText()
  useFind('home')
  const scanned = useQuery({ queryKey: keys.scan(code), queryFn: () => stationApi.Scan(code), staleTime: fresh })
  const lead = scanned.data && leadsTo(scanned.data)
  const elsewhere = lead?.screen === 'case' ? href(lead) : ''
  useEffect(() => {
    if (elsewhere !== '') window.location.replace(elsewhere)
  }, [elsewhere])
  useShortcut('Escape', () => go({ screen: 'home' }))
  return (
    <Frame title={<Identifier value={code} strong />} foot={scanned.data && <Foot result={scanned.data} onByHand={onByHand} />}>
      <Loading query={scanned}>
        {({ cases, orders }) => {
          if (cases.length > 0) {
            return (
              <div className={classes.several}>
                <h2>{t('home.several', { count: cases.length })}</h2>
                <CaseTable label={t('home.several', { count: cases.length })} count={cases.length} rowAt={(index) => cases[index]} />
                {cases.some(({ imei, serial }) => imei === code || serial === code) && <a href={href({ screen: 'device', code })}>{t('device.page')}</a>}
              </div>
            )
          }
          return orders.length > 0 ? <SoldHere sales={orders} /> : <NothingFound code={code} />
        }}
      </Loading>
    </Frame>
  )
}

function Foot({ result, onByHand }: { readonly result: api.ScanResult; readonly onByHand: () => void }): ReactNode {
  const { t } = useText()
  const { code, cases, orders } = result
  const request = (): void => go({ screen: 'request', code: orders.length > 0 ? code : '' })
  const sold = cases.length === 0 && orders.length > 0
  const nothing = cases.length === 0 && orders.length === 0
  return (
    <FootBar
      end={
        <>
          {!nothing && <UnknownParcelButton code={code} />}
          {!sold && nothing && <Button shortcut="F7" onPress={request}>{t('home.request.title')}</Button>}
          {sold && <Button look="go" shortcut="F9" onPress={request}>{t('home.sold.open')}</Button>}
          {nothing && <UnknownParcelButton code={code} main />}
        </>
      }
    >
      <Button shortcut="Escape" onPress={() => go({ screen: 'home' })}>{t('screen.confirm.cancel')}</Button>
      {nothing && <Button onPress={onByHand}>{t('home.again')}</Button>}
    </FootBar>
  )
}
