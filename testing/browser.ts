/** How tests drive a browser, whether they need the whole system (playwright.config.ts) or the gallery alone (bff/web/gallery/playwright.config.ts). */
import { devices, type PlaywrightTestConfig } from '@playwright/test'
import { chromium } from './chromium.ts'

/** People live in Italy. */
export const place = { locale: 'it-IT', timezoneId: 'Europe/Rome' }

export const browserUse: PlaywrightTestConfig['use'] = {
  ...devices['Desktop Chrome'],
  ...place,
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
}
