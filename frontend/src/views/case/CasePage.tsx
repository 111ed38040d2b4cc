import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { Frame } from '../../app/Frame'
import { go, href, useRoute } from '../../app/route'
import { useLookUp } from '../../app/useFind'
import type { ScanAction } from '../../scan/actions'
import type { Code } from '../../scan/classify'
import { useScans } from '../../scan/ScanProvider'
import { play } from '../../sound/sound'
import { useText } from '../../text/useText'
import { Confirm } from '../../ui/Confirm'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { Identifier } from '../../ui/Identifier'
import { Pill } from '../../ui/Pill'
import { Spine } from '../../ui/Spine'
import { useLay } from '../bins/useLay'
import { PromiseNote } from '../notes/PromiseNote'
import { CaseFacts, deviceOf } from './CaseFacts'
import { CaseRibbon } from './CaseRibbon'
import classes from './CasePage.module.css'
import { CaseStepView } from './CaseStepView'
import { CaseTools } from './CaseTools'
import { HoldNote } from './HoldNote'
import { PhotoDesk, PhotoFault } from './PhotoDesk'
import { RegisterScans, type RegisterScan, type StepScans } from './stepScans'
import { can, currentStep, isOfCase, shownStep, stepOf } from './steps'

/** What a scan does that is meant for a step which is not asking for it. */
const untaken: Readonly<Partial<Record<ScanAction, ScanAction>>> = { unit: 'leave', ship: 'find' }

/** A case: its time above, its steps at the left, the step in the middle, its device at the right. */
export function CasePage({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t } = useText()
  const route = useRoute()
  const asked = route.screen === 'case' ? route.step : null
  const step = shownStep(view, asked)
  const { id, stage } = view
  useNextStep(id, stage)
  const handlers = useRef<StepScans>(new Map())
  const register = useCallback<RegisterScan>((action, handler) => {
    handlers.current.set(action, handler)
    return () => {
      if (handlers.current.get(action) === handler) handlers.current.delete(action)
    }
  }, [])
  const [elsewhere, setElsewhere] = useState<Code | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const lookUp = useLookUp()
  const lay = useLay()
  useScans(step, (code, action) => {
    const own = isOfCase(code.text, view)
    const taken = handlers.current.get(action)
    const otherwise = untaken[action] ?? action
    if (taken !== undefined && (action !== 'find' || own)) taken(code)
    else if (otherwise === 'find' && !own) lookUp(code, setFailed)
    else if (otherwise === 'leave' && !own) setElsewhere(code)
    // No step asks for a bin: the device of this case is laid there.
    else if (action === 'move') void lay({ bin: code.text, code: view.number, wipe: '', method: '', grade: '' }).then((done) => { if ('fault' in done) setFailed(done.fault) })
    else play(own ? 'tick' : 'refused')
  })
  return (
    <Frame title={<Identifier value={view.number} strong />} heading={<Heading view={view} />}>
      <PhotoDesk id={id} enabled={can(view, 'AddEvidence')}>
        <div className={classes.page}>
          <CaseRibbon view={view} />
          <div className={classes.spine}>
            <Spine
              steps={view.steps.map(({ code, state }) => ({
                id: code,
                label: t(`case.step.${stepOf(code)}`),
                state: state as 'done' | 'current' | 'next',
                shown: stepOf(code) === step,
                href: state === 'next' ? undefined : href({ screen: 'case', id, step: state === 'current' ? null : stepOf(code) }),
              }))}
            />
            <CaseTools view={view} />
          </div>
          <RegisterScans value={register}>
            <div className={classes.step}>
              {failed !== null && <ErrorNotice error={failed} onClose={() => setFailed(null)} />}
              <PhotoFault />
              <HoldNote view={view} />
              <PromiseNote view={view} />
              {step !== currentStep(view) && (
                <p className={classes.looking}>{t('case.spine.looking')} <a href={href({ screen: 'case', id, step: null })}>{t('case.spine.back')}</a></p>
              )}
              <CaseStepView view={view} step={step} scanned={route.screen === 'case' ? (route.scanned ?? '') : ''} />
            </div>
          </RegisterScans>
          <CaseFacts view={view} />
        </div>
      </PhotoDesk>
      {elsewhere && (
        <Confirm title={t('scan.leave.title')} action={t('scan.leave.go', { code: elsewhere.text })} onConfirm={() => { setElsewhere(null); lookUp(elsewhere, setFailed) }} onCancel={() => setElsewhere(null)}>
          <p>{t('scan.leave.why', { code: elsewhere.text })}</p>
        </Confirm>
      )}
    </Frame>
  )
}

/** After a step is done the page goes on to the next by itself, whatever step was being looked at. */
function useNextStep(id: string, stage: string): void {
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    go({ screen: 'case', id, step: null }, true)
  }, [id, stage])
}

function Heading({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const { sale, claim } = view
  const wished = ['change_of_mind', 'other'].includes(claim.kind) || claim.wish === 'unknown' ? '' : ` · ${sentence(`case.wished.${claim.wish}`)}`
  return (
    <>
      <span className={classes.device}>{sale ? deviceOf(sale, sentence) : t('case.fact.no_sale')}</span>
      <Pill tone="info">{sentence(`case.claimed.${claim.kind === '' ? 'unknown' : claim.kind}`)}{wished}</Pill>
      {view.waits && <Pill tone="hold" dot>{t('triage.waiting.pill')}</Pill>}
    </>
  )
}
