/** What the end-to-end tests share: where the system under test stands, and how people come in. */
import {
  expect,
  test,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'

/** The address of a program of the system under test, as playwright.config.ts hands it over. */
export function address(program: 'CMS' | 'BFF' | 'SIMULATOR'): string {
  const name = `MOSAIC_${program}_URL`
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the end-to-end tests with "npm test -- e2e"`)
  return value
}

/** Pictures for the README are written on demand only: `UPDATE_DOCS=1 npm test -- e2e`. */
export async function picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (process.env['UPDATE_DOCS']) await page.screenshot({ path: `docs/${name}.png`, ...options })
}

let guests: { testId: string; contexts: BrowserContext[] } = { testId: '', contexts: [] }

/** A page in a browser of its own. Who came in during the test before leaves: open pages ask their servers for news, and in the end there would be dozens. */
export async function ownPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const { testId } = test.info()
  if (guests.testId !== testId) {
    const before = guests
    guests = { testId, contexts: [] }
    await Promise.all(before.contexts.map((context) => context.close()))
  }
  const context = await browser.newContext(options)
  guests.contexts.push(context)
  return context.newPage()
}

/** A person of the demo's staff in the CMS, by the first part of the e-mail address, in a browser of his own. */
export async function signInToCms(browser: Browser, person: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await ownPage(browser, options)
  await page.goto(`${address('CMS')}/admin`)
  await page.getByRole('textbox', { name: /E-?mail/i }).fill(`${person}@mosaic.demo`)
  await page.locator('input[type=password]').fill(`mosaic-${person}`)
  await page.locator('button[type=submit]').click()
  await expect(page.getByText(/Release \d+/).first()).toBeVisible()
  return page
}

/**
 * Opens a document from its list in the CMS. Lists and forms are drawn in stages, and what stands below moves by as much as a screen: a click goes where it is aimed once they
 * have come to rest.
 *
 * @param list of which collection, and what it is narrowed to
 */
export async function openDocument(editor: Page, list: string, name: string): Promise<void> {
  await editor.goto(`${address('CMS')}/admin/collections/${list}`, { waitUntil: 'networkidle' })
  await editor.getByRole('link', { name, exact: true }).first().click()
  await formAtRest(editor)
}

/** The form of a document in the CMS is there, and nothing more is drawn. */
export async function formAtRest(editor: Page): Promise<void> {
  await expect(editor.locator('form[data-form-ready="true"]').first()).toBeVisible()
  await editor.evaluate(async (quietMs) => {
    const quiet = Promise.withResolvers<void>()
    let timer = setTimeout(quiet.resolve, quietMs)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(quiet.resolve, quietMs)
    })
    observer.observe(document, { childList: true, subtree: true })
    await quiet.promise
    observer.disconnect()
  }, 300)
}

/** A customer of the demo with his home open, in a browser of his own. */
export async function signInAsCustomer(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await ownPage(browser, options)
  await page.goto(address('BFF'))
  await page.getByRole('button', { name: 'Accedi' }).click()
  await page.getByRole('button', { name }).first().click()
  await expect(page.locator('[data-kind]').first()).toBeVisible()
  return page
}

/** The number of a customer's first line, as the operator's systems know it: `+39399…`. */
export async function numberOf(request: APIRequestContext, customerId: string): Promise<string> {
  const products = `${address('SIMULATOR')}/tmf-api/productInventory/v4/product?relatedParty.id=${customerId}`
  const found = (await (await request.get(products)).json()) as { productCharacteristic?: { name: string; value: string }[] }[]
  const number = found.flatMap(({ productCharacteristic = [] }) => productCharacteristic).find(({ name }) => name === 'msisdn')?.value
  if (!number) throw new Error(`The customer ${customerId} has no number`)
  return number
}

/** Somebody of the operator's with the care desk open, in a browser of his own; resolves when it has said who he is. */
export async function signInToDesk(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await ownPage(browser, options)
  await page.goto(`${address('BFF')}/care`)
  await page.getByRole('button', { name: 'Entra con il tuo account aziendale' }).click()
  await page.getByRole('button', { name }).first().click()
  await expect(page.getByRole('main')).toBeVisible()
  return page
}

/** Refreshes the home as a person does who comes back to the app, not by reloading the page; resolves when the answer is there. */
export async function look(customer: Page): Promise<void> {
  // Either anew, or that nothing has changed.
  const answered = customer.waitForResponse(
    (response) => new URL(response.url()).pathname === '/graphql' && [200, 304].includes(response.status()),
  )
  await customer.getByRole('button', { name: 'Aggiorna', exact: true }).click()
  await answered
}

/** Looks again and again until the operator's systems have done what was asked, and the page says so. */
export async function becomes(customer: Page, where: Locator, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await customer.getByRole('button', { name: 'Aggiorna', exact: true }).click()
    await expect(where).toContainText(text, { timeout: 700 })
  }).toPass({ timeout: 30_000 })
}

/** Returns to the app without touching anything: its window gets the focus. */
export async function comeBack(customer: Page): Promise<void> {
  await customer.evaluate(() => dispatchEvent(new Event('focus')))
}

/** No colour is on its way to another, and what scrolls in has come: what is looked at now is what people see. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  })
}
