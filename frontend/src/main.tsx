import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueries } from './api/queries'
import { App } from './app/App'
import { guardWindow } from './app/guard'
import { Providers } from './app/Providers'
import { openCatalogue } from './text/catalogue'

openCatalogue(navigator.language.startsWith('en') ? 'en' : 'fr')
guardWindow()

const root = document.getElementById('root')
if (!root) throw new Error('main: index.html has no element named root')
createRoot(root).render(
  <StrictMode>
    <Providers queries={newQueries()}>
      <App />
    </Providers>
  </StrictMode>,
)
