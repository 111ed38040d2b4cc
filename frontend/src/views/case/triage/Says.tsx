import type { ReactNode } from 'react'
import type { api } from '../../../api/api'
import { useText } from '../../../text/useText'
import { Card } from '../../../ui/Card'
import { PhotoGrid } from '../../../ui/PhotoGrid'
import { customerPhotos } from '../evidence'
import { pictures } from '../PhotoDesk'
import classes from './Triage.module.css'

/** What the customer says and shows, large enough to judge. */
export function Says({ view }: { readonly view: api.CaseView }): ReactNode {
  const { t, sentence } = useText()
  const { claim, messages } = view
  const photos = customerPhotos(view, t)
  const coming = messages.flatMap(({ attachments }) => attachments).filter(({ photo }) => photo === '').length
  return (
    <Card className={classes.says}>
      <div>
        <p className={classes.quiet}>{t('triage.says')}</p>
        <h2 className={classes.wish}>{sentence(`case.claim.${claim.kind === '' ? 'unknown' : claim.kind}`)} · {sentence(`case.wish.${claim.wish === '' ? 'unknown' : claim.wish}`)}</h2>
        {claim.issues.length > 0 && <p className={classes.quiet}>{t('case.request.issues')} {claim.issues.map((code) => issueWords(code, sentence)).join(', ')}</p>}
      </div>
      <div className={photos.length > 0 ? classes.both : undefined}>
        {messages.length === 0 && <blockquote className={classes.words}>{claim.text === '' ? t('case.request.no_words') : claim.text}</blockquote>}
        {messages.length > 0 && <Conversation messages={messages} />}
        {photos.length > 0 && <div className={classes.shows}><PhotoGrid photos={pictures(photos)} /></div>}
      </div>
      {photos.length === 0 && <p className={classes.quiet}>{t('triage.shows_none')}</p>}
      {coming > 0 && <p className={classes.quiet}>{t('case.request.coming', { count: coming })}</p>}
    </Card>
  )
}

/** A defect that the customer ticked, in words; a code that nobody has words for is shown as it came. */
export function issueWords(code: string, sentence: (key: string, args?: Record<string, string>) => string): string {
  const key = `triage.issue.${code}`
  const said = sentence(key)
  return said === key ? sentence('triage.issue.unknown', { code }) : said
}

function Conversation({ messages }: Pick<api.CaseView, 'messages'>): ReactNode {
  const { sentence, format } = useText()
  return (
    <ol className={classes.messages} tabIndex={0}>
      {messages.map(({ id, author, at, text }) => (
        <li key={id} className={author === 'seller' ? classes.ours : undefined}>
          <p className={classes.quiet}>{sentence(`case.author.${author}`)} · {format.day(at)} {format.time(at)}</p>
          <p className={classes.text}>{text}</p>
        </li>
      ))}
    </ol>
  )
}
