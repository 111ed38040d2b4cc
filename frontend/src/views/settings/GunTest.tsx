import { useEffect, useState, type ReactNode } from 'react'
import { observeKeys } from '../../scan/observe'
import type { Stroke } from '../../scan/reading'
import { trialOf, type Trial } from '../../scan/trial'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import classes from './SettingsScreen.module.css'

/** A reading is over after this much silence, in milliseconds: longer than the slowest gun's pauses. */
const silence = 500

/** Strokes that came together, once they fell silent. */
function useTrial(): Trial | null {
  const [trial, setTrial] = useState<Trial | null>(null)
  useEffect(() => {
    let strokes: Stroke[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = observeKeys((stroke) => {
      strokes.push(stroke)
      clearTimeout(timer)
      timer = setTimeout(() => {
        const measured = trialOf(strokes)
        strokes = []
        if (measured) setTrial(measured)
      }, silence)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return trial
}

/** Scan anything: how the gun typed it, how it was read, and which settings suit it. */
export function GunTest({ onSuggest }: { readonly onSuggest: (suggested: Trial['suggested']) => void }): ReactNode {
  const { t } = useText()
  const trial = useTrial()
  return (
    <Card title={t('settings.scanner.title')}>
      <div className={classes.try} aria-live="polite">
        {trial ? <Measured trial={trial} onSuggest={onSuggest} /> : <><strong>{t('settings.scanner.try')}</strong><p>{t('settings.scanner.try_note')}</p></>}
      </div>
    </Card>
  )
}

function Measured({ trial, onSuggest }: { readonly trial: Trial; readonly onSuggest: (suggested: Trial['suggested']) => void }): ReactNode {
  const { t, format } = useText()
  const { reading: [code, other], gaps, mean, longest, terminator, layoutDiffers, byHand, suggested } = trial
  return (
    <>
      <Facts
        facts={[
          { term: t('settings.scanner.read'), value: <Identifier value={code.text} strong /> },
          { term: t('settings.scanner.kind'), value: t(`scan.kind.${code.kind}`) },
          ...(other ? [{ term: t('settings.scanner.or'), value: <Identifier value={other.text} /> }] : []),
          { term: t('settings.scanner.gaps'), value: t('settings.scanner.gaps_value', { mean: format.number(Math.round(mean)), longest: format.number(Math.round(longest)) }) },
          { term: t('settings.scanner.terminator'), value: t(`settings.terminator.${terminator}`) },
        ]}
      />
      <div className={classes.bars} aria-hidden>
        {gaps.map((gap, i) => <i key={i} data-long={gap > suggested.maxGap || undefined} style={{ height: `${Math.min(100, (gap / Math.max(longest, 20)) * 100)}%` }} />)}
      </div>
      <p>{t(byHand ? 'settings.scanner.by_hand' : layoutDiffers ? 'settings.scanner.layout' : 'settings.scanner.fine')}</p>
      {!byHand && <div><Button onPress={() => onSuggest(suggested)}>{t('settings.scanner.use', { gap: suggested.maxGap })}</Button></div>}
    </>
  )
}
