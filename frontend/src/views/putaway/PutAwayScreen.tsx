import { useQuery } from '@tanstack/react-query'
import { IconChecks, IconPrinter } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { Frame } from '../../app/Frame'
import { stationApi, stockApi, type api } from '../../api/api'
import { toFault } from '../../api/fault'
import { keys } from '../../api/keys'
import type { Code } from '../../scan/classify'
import { useScanNotice, useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { FootBar } from '../../ui/FootBar'
import { Loading } from '../../ui/Loading'
import { PrintDialog } from '../../ui/PrintDialog'
import { LaidLines, type LaidLine } from '../bins/LaidLines'
import { nameOf, useLay } from '../bins/useLay'
import { isEnded } from '../worklist/stages'
import { InHandCard } from './InHandCard'
import { layingOf, nothingInHand, type InHand } from './putAway'
import classes from './PutAway.module.css'
import { RoundTable } from './RoundTable'

/** How many devices of the round are shown; the rest follows as these are put away. */
const shownRows = 100

/** The round of a day: a device, what its place asks for, a bin. Everything by scan and one key each. */
export function PutAwayScreen(): ReactNode {
  const { t } = useText()
  const round = useQuery({ queryKey: keys.round, queryFn: () => stockApi.ToPutAway(0, shownRows) })
  const { hand, lines, take, answer, drop } = useHand(round.data)
  const [printing, setPrinting] = useState(false)
  const { failed } = useScanNotice()
  useScans('putaway', (code) => void take(code).catch((thrown: unknown) => failed(code, toFault(thrown))))
  return (
    <Frame
      title={t('stock.round.title')}
      foot={
        <FootBar end={<Button shortcut="F7" icon={<IconPrinter size={22} stroke={1.6} aria-hidden />} onPress={() => setPrinting(true)}>{t('stock.round.print')}</Button>}>
          {(hand.device !== null || hand.bin !== null) && <Button shortcut="Escape" onPress={drop}>{t('stock.round.drop')}</Button>}
        </FootBar>
      }
    >
      <div className={classes.screen}>
        <InHandCard hand={hand} onAnswer={answer} />
        <LaidLines lines={lines} />
        <Loading query={round}>
          {({ rows, total }) => rows.length === 0
            ? <Empty icon={<IconChecks size={40} aria-hidden />} title={t('stock.round.empty')}>{t('stock.round.empty_text')}</Empty>
            : <RoundTable rows={rows} total={total} inHand={hand.device?.row?.row.id ?? ''} />}
        </Loading>
      </div>
      {printing && <PrintDialog title={t('stock.round.title')} address="/media/lists/put-away" onClose={() => setPrinting(false)} />}
    </Frame>
  )
}

interface Hand {
  readonly hand: InHand
  readonly lines: readonly LaidLine[]
  readonly take: (code: Code) => Promise<void>
  readonly answer: (question: 'wipe' | 'grade', given: string) => void
  readonly drop: () => void
}

/** What is in hand: a scan or an answer that completes it lays the device down. */
function useHand(round: api.RoundView | undefined): Hand {
  const { t, sentence } = useText()
  const [hand, setHand] = useState(nothingInHand)
  const latest = useRef(nothingInHand) // A scan may come before the screen has drawn the one before it.
  const [lines, setLines] = useState<readonly LaidLine[]>([])
  const lay = useLay()
  const hold = (next: InHand): void => {
    latest.current = next
    setHand(next)
  }
  const note = (line: LaidLine): void => setLines((before) => [line, ...before].slice(0, 3))
  const go = async (next: InHand): Promise<void> => {
    const form = layingOf(next)
    hold(next)
    if (form === null) {
      play('done')
      return
    }
    const done = await lay(form)
    if ('laid' in done) {
      hold(nothingInHand)
      note({ code: nameOf(done.laid), said: t('stock.laid.in', { bin: done.laid.bin.code }) })
    } else {
      hold({ ...next, bin: null }) // The device stays in hand for another bin.
      note({ code: next.device?.code ?? '', said: sentence(done.fault.key, done.fault.args), refused: true })
    }
  }
  const take = async (code: Code): Promise<void> => {
    const found = await stationApi.Scan(code.text)
    const before = latest.current
    if (found.kind === 'bin' && found.bin) return go({ ...before, bin: found.bin.bin })
    const open = found.cases.filter(({ stage }) => !isEnded(stage))
    const [only] = open.length > 0 ? open : found.cases
    const row = round?.rows.find((homeless) => homeless.row.id === only?.id) ?? null
    if (found.kind === 'unit' && found.unit) return go({ ...before, device: { code: code.text, title: found.unit.title, row: null }, wipe: '', grade: '' })
    if (only && open.length <= 1) return go({ ...before, device: { code: only.number, title: only.title, row }, wipe: '', grade: '' })
    const why = code.kind === 'bin' ? sentence('errors_stock.bin.unknown', { bin: code.text }) : open.length > 1 ? sentence('errors_stock.several', { code: code.text, count: open.length }) : sentence('errors_stock.nothing', { code: code.text })
    refuse(code, why)
  }
  const refuse = (code: Code, said: string): void => {
    play('refused')
    note({ code: code.text, said, refused: true })
  }
  return {
    hand, lines, take,
    answer: (question, given) => void go({ ...latest.current, [question]: given }),
    drop: () => hold(nothingInHand),
  }
}
