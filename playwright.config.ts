import { defineConfig } from '@playwright/test'
import { browserUse } from './testing/browser.ts'

/** End-to-end tests stand beside what they test. They find the system at MOSAIC_CMS_URL, MOSAIC_BFF_URL and MOSAIC_SIMULATOR_URL. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
  outputDir: 'test-results/system',
  // One system, one database: tests that change it must not meet.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalTimeout: 20 * 60_000,
  // Every step, and what the console said; no film, no pages and no requests, which would take a quarter of all the processor does.
  use: { ...browserUse, trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } },
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
