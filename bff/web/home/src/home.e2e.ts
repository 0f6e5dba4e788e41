/** A customer's home in a real browser: one for each kind of customer, on every device, when something is broken, and without a network. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { address, look, picture, signInAsCustomer } from '../../../../testing/people.ts'
import { demoClusters, personas } from '../../../simulator/personas.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const devices = { phone, tablet: { viewport: { width: 820, height: 1180 } }, desktop: { viewport: { width: 1280, height: 900 } } }

test.afterEach(async ({ request }) => {
  await request.delete(`${address('SIMULATOR')}/_simulator/faults/all`)
})

test('each of the sixteen clusters has a home of its own', async ({ browser }) => {
  test.setTimeout(300_000)
  const homes = new Map<string, string>()
  const visit = async (cluster: (typeof demoClusters)[number]) => {
    const persona = personas.find((each) => each.cluster === cluster)
    if (!persona) throw new Error(`The simulator has no persona for the cluster ${cluster}`)
    const page = await signInAsCustomer(browser, persona.name)
    homes.set(cluster, await fingerprint(page))
    await page.context().close()
  }
  // Some at a time: while one waits for an answer, another draws.
  for (let first = 0; first < demoClusters.length; first += 4) await Promise.all(demoClusters.slice(first, first + 4).map(visit))
  expect(new Set(homes.values()).size, JSON.stringify([...homes], undefined, 2)).toBe(demoClusters.length)
})

for (const [device, options] of Object.entries(devices)) {
  test(`on a ${device} the home fits, can be used without a mouse, and axe finds nothing serious`, async ({ browser }) => {
    const page = await signInAsCustomer(browser, 'Paolo Mancini', options)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])

    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('#content')?.contains(document.activeElement))).toBe(true)
    await picture(page, `home-${device}`)
  })
}

test('the sign-in page has nothing serious for axe either', async ({ page }) => {
  await page.goto(address('BFF'))
  await expect(page.getByRole('button', { name: 'Accedi' })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
})

test('the gallery stands beside the home', async ({ page }) => {
  await page.goto(`${address('BFF')}/gallery`)
  await expect(page.locator('[data-sheet="balance"] .tile')).toBeVisible()
})

test('dark mode is the same home in dark colours, and as readable', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Paolo Mancini', { ...phone, colorScheme: 'dark' })
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  expect(violations).toEqual([])
  await picture(page, 'home-phone-dark')
})

test('a top-up asks first, raises the credit, and leaves the other tiles alone', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Giulia Conti')
  const balance = page.locator('[data-kind="balance"]')
  await expect(balance).toContainText('15,01')
  await page.locator('[data-kind="topUp"]').getByRole('button', { name: /10,00/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await picture(page, 'home-top-up')
  await dialog.getByRole('button').last().click()
  await expect(balance).toContainText('25,01')
})

test('a back-end system that is down costs its own tile only, and the tile comes back with it', async ({ browser, request }) => {
  const down = await request.put(`${address('SIMULATOR')}/_simulator/faults/usage`, { data: { kind: 'error', status: 503 } })
  expect(down.ok(), await down.text()).toBe(true)
  // Somebody no other test looks at: nothing of his is in the cache.
  const page = await signInAsCustomer(browser, 'Alessandro De Luca')
  const usage = page.locator('[data-kind="usage"]')
  await expect(usage).toHaveAttribute('data-state', 'FAILED')
  await expect(page.locator('[data-kind][data-state="READY"]').first()).toBeVisible()
  await expect(page.locator('[data-kind][data-state="FAILED"]')).toHaveCount(1)
  await picture(page, 'home-one-system-down')

  await request.delete(`${address('SIMULATOR')}/_simulator/faults/usage`)
  await expect(async () => {
    await look(page)
    await expect(usage).toHaveAttribute('data-state', 'READY', { timeout: 500 })
  }).toPass({ timeout: 15_000 })
})

test('without a network the app opens and shows the last home, and says so', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  await expect(page.locator('[data-kind="balance"]')).toBeVisible()
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready) && caches.match('/app-config.json'))
  await page.context().setOffline(true)
  await page.reload()
  await expect(page.locator('[data-kind="balance"]')).toContainText('1,20')
  await expect(page.getByText('Sei offline.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Sei offline.')).toBeHidden()
})

test('what a customer may not see does not exist: another’s line, a staff field, a forged token', async ({ browser, request }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  const token = await page.evaluate(() => Object.values(sessionStorage).join(' '))
  const bearer = /"(?:accessToken|access_token)\\?":\\?"([^"\\]+)/.exec(token)?.[1] ?? /(eyJ[\w-]+\.[\w-]+\.[\w-]+)/.exec(token)?.[1]
  expect(bearer).toBeDefined()
  const ask = (query: string, authorization: string) =>
    request.post(`${address('BFF')}/graphql`, { data: { query }, headers: { authorization } })

  const foreign = await (await ask('{ mosaic(line: "L-0001-1") { id } }', `Bearer ${bearer}`)).json()
  expect(foreign.errors[0].extensions.code).toBe('LINE_NOT_FOUND')
  const staff = await (await ask('{ mosaic { omitted { reason } } }', `Bearer ${bearer}`)).json()
  expect(staff.errors[0].message).toContain('omitted')
  const forged = await ask('{ me { id } }', `Bearer ${bearer?.slice(0, -4)}AAAA`)
  expect(forged.status()).toBe(401)
})

/** What a person would say the home consists of: the kinds and the words of its tiles, in order. */
async function fingerprint(page: Page): Promise<string> {
  const tiles = await page
    .locator('[data-kind]')
    .evaluateAll((found) =>
      found.map((tile) => `${(tile as HTMLElement).dataset['kind']}:${tile.querySelector('h2, h3')?.textContent ?? ''}`),
    )
  return tiles.join(' | ')
}

/** Images and fonts are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready))
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
}

/** What axe calls serious or critical: the rule, and the first element it is about. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
