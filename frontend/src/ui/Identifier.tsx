import { useEffect, useState, type ReactNode } from 'react'
import { groupIdentifier } from '../text/format'
import { useText } from '../text/useText'
import classes from './Identifier.module.css'
import { names } from './tone'

/** A number as people read it; one click copies it as machines do. */
export function Identifier({ value, copy = true, strong = false }: {
  readonly value: string
  readonly copy?: boolean
  readonly strong?: boolean
}): ReactNode {
  const { t } = useText()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  const className = names(classes.identifier, strong && classes.strong, copied && classes.copied)
  if (!copy) return <span className={className}>{groupIdentifier(value)}</span>
  return (
    <button
      type="button"
      className={className}
      title={t('screen.copy', { what: value })}
      onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true), () => setCopied(false))}
    >
      {groupIdentifier(value)}
      {copied && <span role="status">{t('screen.copied')}</span>}
    </button>
  )
}
