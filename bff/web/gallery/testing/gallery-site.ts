/** The gallery as the BFF serves it, alone, and a page of it that stays open: from kind to kind it changes as it does when one uses its switches. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { place } from '../../../../testing/browser.ts'
import { securityHeaders } from '../../../src/http/security-headers.ts'
import { serveGallery } from '../../../src/http/serve-gallery.ts'
import { readAddress, writeAddress, type Address } from '../src/address.ts'

export const phone = { width: 390, height: 844 }

export const test = base.extend<object, { site: string; gallery: Page }>({
  /** Where it is. */
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const files = serveGallery(join(import.meta.dirname, '..', 'dist'))
      const secure = securityHeaders('http://identity.invalid')
      const server = createServer((request, response) => {
        secure.apply(response)
        if (files(request, response, new URL(request.url ?? '/', 'http://gallery.invalid')) === false) response.writeHead(404).end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery/`)
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
  /** One page for all tests of a worker that only look at tiles; they leave nothing behind but its address and its size. */
  gallery: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage({ ...place, viewport: phone })
      await page.goto(site)
      await settled(page)
      await use(page)
      await page.close()
    },
    { scope: 'worker' },
  ],
})

/** The address of a state. */
export function at(part: Partial<Address>): string {
  return writeAddress({ ...readAddress(''), ...part })
}

/** To another state of the page that is open, as its switches do. */
export async function go(page: Page, part: Partial<Address>): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), at(part))
  await settled(page)
}

/** React has drawn what the address says, cases and fonts are there, and no colour is on its way to another. */
export async function settled(page: Page): Promise<void> {
  const isThere = await page.evaluate(async () => {
    const until = performance.now() + 15_000
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const isBusy = () => !document.querySelector('h1') || document.querySelector('[aria-busy="true"][data-sheet]') !== null
    do await drawn()
    while (isBusy() && performance.now() < until)
    await document.fonts.ready
    for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
    return !isBusy()
  })
  expect(isThere, 'the gallery has loaded what its address names').toBe(true)
}

/** What sticks out: the page, if it scrolls sideways, and each tile with something in it that is wider than itself. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.tile')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => element.closest<HTMLElement>('[data-case]')?.dataset['case'] ?? 'the page'),
  )
}
