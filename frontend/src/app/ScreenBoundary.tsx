import { Component, type ReactNode } from 'react'
import { Fault } from '../api/fault'
import { useText } from '../text/useText'
import { ErrorNotice } from '../ui/ErrorNotice'

/** Keeps a screen that breaks from taking the station down with it. Nothing is lost: what was saved is in Go. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: unknown }> {
  override state: { readonly broken: unknown } = { broken: null }

  static getDerivedStateFromError(broken: unknown): { readonly broken: unknown } {
    return { broken: broken instanceof Fault ? broken : new Fault('internal', 'screen.error.screen', {}, '', '', broken) }
  }

  override render(): ReactNode {
    return this.state.broken === null ? this.props.children : <Broken error={this.state.broken} />
  }
}

function Broken({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useText()
  return <ErrorNotice error={error} onRetry={() => window.location.reload()} retryLabel={t('screen.error.reload')} />
}
