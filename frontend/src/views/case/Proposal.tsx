import { IconAlertTriangle, IconCheck, IconCircle } from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { toneClass, type Tone } from '../../ui/tone'
import classes from './DecisionStep.module.css'
import { plain } from './ribbonOf'

const marks: Readonly<Record<string, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  ok: { tone: 'ok', icon: <IconCheck size={22} aria-hidden /> },
  warn: { tone: 'warn', icon: <IconCircle size={20} aria-hidden /> },
  late: { tone: 'late', icon: <IconAlertTriangle size={22} aria-hidden /> },
}

/** What Revient would do, why, and what the customer gets and when. */
export function Proposal({ proposal }: { readonly proposal: api.ProposalView }): ReactNode {
  const { t, sentence, format } = useText()
  const { outcome, reasons, total, item, shipping, method, creditBy } = proposal
  return (
    <Card className={classes.proposal}>
      <div>
        <p className={classes.quiet}>{t('case.decision.proposes')}</p>
        <h2 className={classes.headline}>{sentence(`policy.outcome.${outcome}`)}</h2>
        <p className={classes.quiet}>{sentence(`policy.outcome.${outcome}_why`)}</p>
      </div>
      <ul className={classes.reasons}>
        {reasons.map((reason) => <Reason key={reason.key} reason={reason} />)}
      </ul>
      <div className={classes.gets}>
        <div>
          <p className={classes.quiet}>{t('case.decision.receives')}</p>
          <p className={classes.amount}>{format.amount(total)}</p>
          <p className={classes.quiet}>{sentence(`case.decision.method.${method}`)}</p>
          {shipping.minor > 0 && <p className={classes.quiet}>{t('case.decision.split', { item: format.amount(item), shipping: format.amount(shipping) })}</p>}
        </div>
        {creditBy !== '' && (
          <div>
            <p className={classes.quiet}>{t('case.decision.visible')}</p>
            <p className={classes.amount}>{format.day(creditBy)}</p>
            <p className={classes.quiet}>{t('case.decision.indication')}</p>
          </div>
        )}
      </div>
    </Card>
  )
}

function Reason({ reason }: { readonly reason: api.ReasonView }): ReactNode {
  const { sentence } = useText()
  const { tone, icon } = marks[reason.tone] ?? { tone: 'plain' as const, icon: null }
  const said = sentence(reason.source, plain(reason.args))
  const defect: unknown = reason.args['code']
  const source = reason.rule === '' ? said : `${said} : ${sentence(`policy.rule.${reason.rule}.title`)}`
  return (
    <li className={toneClass(tone)}>
      {icon}
      <span>{sentence(reason.key, plain(reason.args))}{typeof defect === 'string' && defect !== '' && ` · ${sentence(`catalog.defect.${defect}`)}`}</span>
      {reason.rule === ''
        ? <span className={classes.source}>{source}</span>
        : <Tooltip label={sentence(`policy.rule.${reason.rule}.why`)}><span className={classes.source} tabIndex={0}>{source}</span></Tooltip>}
    </li>
  )
}
