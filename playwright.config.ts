import { defineConfig, devices } from '@playwright/test'
import { chromium } from './scripts/lib/servers.ts'

/** End-to-end tests stand beside what they test. They find the system at MOSAIC_CMS_URL, MOSAIC_BFF_URL and MOSAIC_SIMULATOR_URL. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
  outputDir: 'test-results',
  // One system, one database: tests that change it must not meet.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    // Both bounds hold: a share for small pictures, a number for tall ones, in which a share would hide a changed word.
    toHaveScreenshot: { animations: 'disabled', maxDiffPixelRatio: 0.002, maxDiffPixels: 60, threshold: 0.2, scale: 'css' },
  },
  // Pictures stand beside the test they belong to, and are written on purpose only.
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  updateSnapshots: process.env['UPDATE_PICTURES'] ? 'changed' : 'none',
  globalTimeout: 20 * 60_000,
  use: {
    ...devices['Desktop Chrome'],
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium.find() ?? '/usr/bin/chromium',
      // Nothing but the pages under test: no sandbox (containers have no user namespaces), no chatter with the network.
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // Without exec a shell would stand between, and a killed Playwright would leave the system behind.
    command: `exec "${process.execPath}" scripts/test-system.ts`,
    // What the groups find becomes environment variables of the tests.
    wait: {
      stdout:
        /system ready: cms=(?<mosaic_cms_url>\S+) bff=(?<mosaic_bff_url>\S+) simulator=(?<mosaic_simulator_url>\S+) published=(?<mosaic_published_dir>\S+)/,
    },
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    timeout: 10 * 60_000,
  },
})
