import { defineConfig } from '@playwright/test'
import { browserUse } from '../../../testing/browser.ts'
import { tolerance } from './pictures.ts'

/** The gallery in a browser, alone: it is files, so its tests need no system, change nothing and may meet. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.browser.ts',
  outputDir: '../../../test-results/gallery',
  // As many as a small machine has cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 60_000,
  expect: { timeout: 15_000, toHaveScreenshot: tolerance },
  // Pictures are written on purpose only.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  updateSnapshots: process.env['UPDATE_PICTURES'] ? 'changed' : 'none',
  globalTimeout: 10 * 60_000,
  // A failed comparison shows what was expected, what came and what differs: that is all there is to trace.
  use: browserUse,
})
