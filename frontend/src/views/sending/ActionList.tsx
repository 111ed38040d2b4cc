import { useState, type ReactNode } from 'react'
import type { api } from '../../api/api'
import { Card } from '../../ui/Card'
import { ActionRow } from './ActionRow'
import classes from './ActionList.module.css'
import { FinishDialog, type Finish } from './FinishDialog'

/** Rows of what leaves, with what their being here means. */
export function ActionList({ title, why, actions }: {
  readonly title: string
  readonly why: string
  readonly actions: readonly api.ActionView[]
}): ReactNode {
  const [finish, setFinish] = useState<Finish | null>(null)
  return (
    <Card padded={false}>
      <header className={classes.head}>
        <h2>{title}</h2>
        <p>{why}</p>
      </header>
      <ul className={classes.list}>
        {actions.map((action) => <ActionRow key={action.id} action={action} onFinish={setFinish} />)}
      </ul>
      {finish && <FinishDialog {...finish} onClose={() => setFinish(null)} />}
    </Card>
  )
}
