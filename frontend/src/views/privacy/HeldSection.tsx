import { IconArrowLeft, IconDownload, IconEraser } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { go, href } from '../../app/route'
import type { api } from '../../api/api'
import { useHeld } from '../../api/reads'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Facts } from '../../ui/Facts'
import { Identifier } from '../../ui/Identifier'
import { Loading } from '../../ui/Loading'
import { EraseDialog } from './EraseDialog'
import classes from './Privacy.module.css'

/** Everything that is held on the customer of a case, a copy of it, and its end. */
export function HeldSection({ id }: { readonly id: string }): ReactNode {
  return <Loading query={useHeld(id)}>{(view) => <Held view={view} />}</Loading>
}

function Held({ view }: { readonly view: api.PersonView }): ReactNode {
  const { t } = useText()
  const [erasing, setErasing] = useState(false)
  const { customer, open, copyUrl } = view
  const name = customer.name || t('privacy.find.unnamed')
  const contact = [...customer.address, customer.email, customer.phone].filter(Boolean)
  const counts = [
    ['orders', view.orders], ['messages', view.messages], ['texts', view.texts], ['files', view.files],
    ['documents', view.documents + view.kept.length], ['remote', view.remote],
  ] as const
  return (
    <Card title={t('privacy.held.title', { name })}>
      <Facts
        facts={[
          { term: t('privacy.held.identity'), value: contact.length === 0 ? t('privacy.held.no_contact') : contact.join(', ') },
          { term: t('privacy.held.cases'), value: <Cases rows={view.cases} /> },
          ...counts.filter(([, count]) => count > 0).map(([what, count]) => ({ term: t(`privacy.held.${what}`), value: count })),
        ]}
      />
      {open.length > 0 && <p className={classes.open}>{t('privacy.held.open', { count: open.length, numbers: open.join(', ') })}</p>}
      <div className={classes.actions}>
        <Button look="quiet" shortcut="Escape" icon={<IconArrowLeft size={22} stroke={1.6} aria-hidden />} onPress={() => go({ screen: 'settings', section: 'privacy' })}>{t('privacy.held.back')}</Button>
        <a className={classes.copy} href={copyUrl} download title={t('privacy.held.copy_note')}><IconDownload size={22} stroke={1.6} aria-hidden />{t('privacy.held.copy')}</a>
        <Button
          look="danger"
          icon={<IconEraser size={22} stroke={1.6} aria-hidden />}
          onPress={() => setErasing(true)}
          disabledReason={open.length > 0 ? t('privacy.held.open', { count: open.length, numbers: open.join(', ') }) : undefined}
        >
          {t('privacy.held.erase')}
        </Button>
      </div>
      <p className={classes.note}>{t('privacy.held.copy_note')}</p>
      {erasing && <EraseDialog view={view} name={name} onClose={() => setErasing(false)} />}
    </Card>
  )
}

function Cases({ rows }: { readonly rows: readonly api.Row[] }): ReactNode {
  const { sentence } = useText()
  return (
    <ul className={classes.cases}>
      {rows.map(({ id, number, title, stage }) => (
        <li key={id}>
          <a href={href({ screen: 'case', id, step: null })}><Identifier value={number} copy={false} /></a>
          <span>{[title, sentence(`work.stage.${stage}`)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
