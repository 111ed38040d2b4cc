import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  // Relative addresses: the same files are served by wails:// and by the loopback shell.
  base: './',
  // The catalogues of app/text lie outside this folder.
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'safari17', // WebKitGTK 2.44 and later; every Chromium in use is newer.
    assetsInlineLimit: 0, // The content security policy allows no data: faces.
    chunkSizeWarningLimit: 1500, // One bundle, read from the local disk.
  },
  test: {
    environment: 'happy-dom',
    testTimeout: 20_000, // The machine that runs them may be busy with builds.
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    env: { TZ: 'Europe/Paris' },
  },
})
