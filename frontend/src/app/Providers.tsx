import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { followStation } from '../api/events'
import { followLink } from '../api/link'
import { ScanProvider } from '../scan/ScanProvider'
import { styleNonce } from '../theme/nonce'
import { followTokens, theme } from '../theme/theme'
import { ToastProvider } from '../ui/Toasts'
import { PinGate } from '../views/people/PinGate'

/** Everything a screen stands on: the theme, the station's answers, the gun, the toasts. */
export function Providers({ queries, children }: { readonly queries: QueryClient; readonly children: ReactNode }): ReactNode {
  useEffect(() => followStation(queries), [queries])
  useEffect(() => followLink(), [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={followTokens} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <ScanProvider>
          <ToastProvider><PinGate>{children}</PinGate></ToastProvider>
        </ScanProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
