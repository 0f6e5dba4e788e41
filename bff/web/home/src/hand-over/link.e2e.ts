/** The page of a link of care, in a real browser against the whole system. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { address, signInAsCustomer } from '../../../../../testing/people.ts'

const token = 'Zz9-not-a-link-of-ours_'

test('a link asks nothing before the tap, and its token stays nowhere: not in the address, the history, a referrer, a store or a cache', async ({
  browser,
}) => {
  // Somebody who has used the app: its service worker answers for its pages, and its home is kept for the day without network.
  const page = await signInAsCustomer(browser, 'Paolo Mancini')
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready) && caches.match('/app-config.json'))
  const sent: { address: string; body: string; referrer: string | undefined }[] = []
  page.on('request', (request) =>
    sent.push({ address: request.url(), body: request.postData() ?? '', referrer: request.headers()['referer'] }),
  )
  await page.goto(`${address('BFF')}/a/${token}`)
  const open = page.getByRole('button', { name: 'Apri' })
  await expect(open).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/a')
  const asked = () => sent.filter(({ body }) => body.includes(token))
  expect(asked()).toEqual([])

  await open.click()
  await expect(page.getByRole('heading', { name: 'Questo link non è più valido' })).toBeVisible()
  // Only now, by POST, and to nobody else.
  expect(asked().map((request) => new URL(request.address).pathname)).toEqual(['/graphql'])
  // The navigation itself is the browser's.
  const others = sent.filter((request) => !request.body.includes(token) && new URL(request.address).pathname !== `/a/${token}`)
  expect(others.filter((request) => request.address.includes(token) || request.referrer?.includes(token))).toEqual([])
  expect(await tracesOf(page, token)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])

  await page.getByRole('button', { name: 'Vai alla home' }).click()
  await expect(page.locator('[data-kind]').first()).toBeVisible()
  await page.goBack()
  expect(page.url()).not.toContain(token)
})

/** Where an origin could keep something of a page: the names of the places that know the word. */
async function tracesOf(page: Page, word: string): Promise<string[]> {
  return page.evaluate(async (secret) => {
    const places: Record<string, string> = {
      address: location.href,
      referrer: document.referrer,
      'state of the history': JSON.stringify(history.state),
      title: document.title,
      cookies: document.cookie,
      page: document.documentElement.outerHTML,
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
    }
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) places[`cache ${name} ${request.url}`] = request.url
    }
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('IndexedDB could not be opened'))
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        await new Promise((resolve) => (all.onsuccess = resolve))
        places[`database ${name} ${store}`] = JSON.stringify(all.result)
      }
      database.close()
    }
    return Object.entries(places).flatMap(([place, text]) => (text.includes(secret) ? [place] : []))
  }, word)
}
