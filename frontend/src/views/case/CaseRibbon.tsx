import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { useText } from '../../text/useText'
import { Card } from '../../ui/Card'
import { Ribbon } from '../../ui/Ribbon'
import { RuleDialog } from '../../ui/RuleDialog'
import classes from './CasePage.module.css'
import { markId, ribbonOf } from './ribbonOf'

/** The time that a case wears, whatever its stage; a mark opens the rule behind it. */
export function CaseRibbon({ view }: { readonly view: api.CaseView }): ReactNode {
  const text = useText()
  const [open, setOpen] = useState('')
  const { marks, zones } = ribbonOf(view.ribbon, text)
  const mark = view.ribbon.find((one) => one.rule !== '' && open.startsWith(markId(one)))
  return (
    <Card padded={false} className={classes.time}>
      <Ribbon marks={marks} zones={zones} onOpen={setOpen} />
      {mark && <RuleDialog rule={mark.rule} computed={mark.computed} onClose={() => setOpen('')} />}
    </Card>
  )
}
