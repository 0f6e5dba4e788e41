/**
 * A kind is drawn wrongly by the iOS apps before 2.0: an administrator switches it off for them and publishes. The question that iOS 1.5 asks is answered
 * without it, that of iOS 2.0 with it; then it is taken back.
 */
import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, openDocument, signInAsCustomer, signInToCms } from '../../testing/people.ts'

test.setTimeout(240_000)
test('a kind is switched off for the apps that draw it wrongly, and on again', async ({ browser }) => {
  const customer = await signInAsCustomer(browser, 'Roberto Gallo')
  const ask = await questions(customer)
  const before = { old: await ask('1.5', 'HomeQuery'), new: await ask('2.0', 'Home') }
  expect(before.old).toContain('UsageWidget')
  expect(before.new).toContain('UsageWidget')

  const page = await signInToCms(browser, 'admin')
  await openDocument(page, 'brands', 'Aurora Mobile')
  const switches = page.locator('#field-killSwitches')

  await test.step('the form says in a sentence what a switch does', async () => {
    await switches.getByRole('button', { name: 'Aggiungi Disattivazione' }).click()
    await expect(switches.getByText('Che cosa si disattiva, e dove?')).toBeVisible()
    await switches.getByRole('button', { name: 'Mostra tutto' }).click()
    await choose(switches, 'kind', 'Consumi')
    await choose(switches, 'platform', 'iOS')
    await switches.locator('#field-killSwitches__0__until').fill('2.0')
    await expect(switches.getByText('«Consumi» disattivato su iOS fino alla 2.0 esclusa')).toBeVisible()
  })

  await test.step('it fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await switches.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('once it is live, the old app gets a simpler tile in its place, and the new one all it had', async () => {
    await publish(page)
    await expect.poll(() => ask('1.5', 'HomeQuery')).toEqual(before.old.map((type) => (type === 'UsageWidget' ? 'TextCardWidget' : type)))
    expect(await ask('2.0', 'Home')).toEqual(before.new)
  })

  await test.step('taken back, both have it again', async () => {
    await openDocument(page, 'brands', 'Aurora Mobile')
    await switches.locator('.array-actions__button').click()
    // Every row of every list has its own menu; the others are closed.
    await page.locator('.array-actions__remove:visible').click()
    await publish(page)
    await expect.poll(() => ask('1.5', 'HomeQuery')).toEqual(before.old)
    expect(await ask('2.0', 'Home')).toEqual(before.new)
  })
})

/** Asks for the home as an iOS app of a version does, for this customer; what comes is the types of the tiles, in their order. */
async function questions(customer: Page): Promise<(version: string, operation: string) => Promise<string[]>> {
  const asked = customer.waitForRequest((request) => new URL(request.url()).pathname === '/graphql')
  await customer.reload()
  const { authorization = '' } = await (await asked).allHeaders()
  return async (version, operation) => {
    const ids = JSON.parse(readFileSync(`schemas/operations/ios/${version}/ids.json`, 'utf8')) as Record<string, string>
    const answer = await customer.request.post(`${address('BFF')}/graphql`, {
      headers: { authorization, 'x-client-platform': 'ios', 'x-client-version': version },
      data: { documentId: `sha256:${ids[operation]}`, variables: { formFactor: 'COMPACT' } },
    })
    const { data } = (await answer.json()) as { data: { mosaic: { widgets: ({ __typename: string } | null)[] } } }
    return data.mosaic.widgets.map((widget) => widget?.__typename ?? 'none')
  }
}

/** Chooses in a list of the first switch. */
async function choose(switches: Locator, field: 'kind' | 'platform', option: string): Promise<void> {
  await switches.locator(`#field-killSwitches__0__${field}`).click()
  await switches.getByRole('option', { name: option, exact: true }).click()
}

/** Publishes all there is to publish, and waits until it is live. */
async function publish(page: Page): Promise<void> {
  await expect(page.getByText(/Modificato dopo la release/).first()).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Rivedi e pubblica' }).click()
  await page.getByRole('button', { name: /Pubblica la release/ }).click()
  await expect(page.getByText('Niente da pubblicare')).toBeVisible()
}
