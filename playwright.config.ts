import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/**
 * Debian's Chromium without the window around the page. The engine is the same, and a test takes two thirds of the time.
 */
const SHELL = '/usr/bin/chromium-headless-shell'

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'electron/**/*.spec.ts'],
  outputDir: '.cache/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Timeouts only end what hangs. They must allow for a busy machine.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json']],
  use: {
    locale: 'ar',
    viewport: { width: 1280, height: 800 },
    // A trace takes as long as the test itself: `--trace on` records one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: existsSync(SHELL) ? SHELL : (process.env['MIDAD_CHROMIUM'] ?? '/usr/bin/chromium'),
      // Without a GPU a process of its own would draw what the page can draw itself.
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking', '--disable-gpu'],
    },
  },
})
