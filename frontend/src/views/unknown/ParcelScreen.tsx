import { IconBox } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { useLookUp } from '../../app/useFind'
import { stationApi, type api } from '../../api/api'
import { toFault } from '../../api/fault'
import type { Code } from '../../scan/classify'
import { useScanNotice, useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { FootBar } from '../../ui/FootBar'
import { Identifier } from '../../ui/Identifier'
import { PhotoGrid } from '../../ui/PhotoGrid'
import { Pill } from '../../ui/Pill'
import { PhotoDesk, pictures, usePhotoDesk } from '../case/PhotoDesk'
import classes from './ParcelScreen.module.css'
import { NotOursDialog } from './NotOursDialog'
import { offered, type Tie } from './tie'
import { TieDialog } from './TieDialog'
import { WhoseParcel } from './WhoseParcel'

/** A parcel that was received although nobody knows what it is: scan what is inside, or search whose it is. */
export function ParcelScreen({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const [ties, setTies] = useState<readonly Tie[]>([])
  const [nothing, setNothing] = useState('')
  const lookUp = useLookUp()
  const { failed } = useScanNotice()
  const fail = (code: Code, thrown: unknown): void => failed(code, toFault(thrown))
  useScans('unidentified', (code, action) => {
    setNothing('')
    if (action !== 'tie') {
      lookUp(code, (thrown) => fail(code, thrown))
      return
    }
    stationApi.Scan(code.text).then(
      (result) => {
        const found = offered(result)
        play(found.length > 0 ? 'done' : 'refused')
        if (found.length > 0) setTies(found)
        else setNothing(code.text)
      },
      (thrown: unknown) => fail(code, thrown),
    )
  })
  return (
    <PhotoDesk id={view.id} enabled={view.can.includes('AddEvidence')}>
      <Frame
        title={<Identifier value={view.number} strong />}
        heading={<Pill tone="hold" icon={<IconBox size={18} aria-hidden />}>{t('home.parcel.title')}</Pill>}
        foot={<Foot id={view.id} />}
      >
        <div className={classes.screen}>
          {nothing !== '' && <div className={classes.wide}><Banner tone="warn">{t('home.parcel.nothing', { code: nothing })}</Banner></div>}
          <WhoseParcel onTie={(tie) => setTies([tie])} />
          <ParcelFacts view={view} />
        </div>
        {ties.length > 0 && <TieDialog id={view.id} ties={ties} onClose={() => setTies([])} />}
      </Frame>
    </PhotoDesk>
  )
}

function ParcelFacts({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence, format } = useText()
  const { reception, returnTracking, evidence } = view
  const photos = evidence.map(({ photo, view: side }) => ({ photo, caption: side === '' ? t('home.parcel.photo') : sentence(`catalog.view.${side}`) }))
  return (
    <Card title={t('home.parcel.known')}>
      <Facts
        facts={[
          ...(returnTracking === '' ? [] : [{ term: t('home.parcel.label'), value: <Identifier value={returnTracking} /> }]),
          ...(reception ? [{ term: t('home.parcel.arrived'), value: format.dateTime(reception.arrived.at) }, { term: t('home.parcel.by'), value: reception.by }] : []),
        ]}
      />
      {photos.length > 0 && <div className={classes.photos}><PhotoGrid photos={pictures(photos)} /></div>}
    </Card>
  )
}

function Foot({ id }: { readonly id: string }): ReactNode {
  const { t } = useText()
  const [refusing, setRefusing] = useState(false)
  const { take } = usePhotoDesk()
  return (
    <FootBar>
      <Button shortcut="F8" onPress={() => setRefusing(true)}>{t('home.parcel.not_ours')}</Button>
      <Button shortcut="F4" onPress={() => take()}>{t('home.parcel.take_photo')}</Button>
      {refusing && <NotOursDialog id={id} onClose={() => setRefusing(false)} />}
    </FootBar>
  )
}
