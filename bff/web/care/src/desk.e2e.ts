/** The care desk in a real browser: who calls, what he sees in his app, and why; by keyboard alone, wide and narrow. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { settled, signInToDesk } from '../../../../testing/people.ts'

const sizes = { desktop: { viewport: { width: 1280, height: 800 } }, phone: { viewport: { width: 390, height: 844 } } }

for (const [size, options] of Object.entries(sizes)) {
  test(`an agent looks into a customer’s app and asks why, on a ${size}`, async ({ browser }) => {
    const page = await signInToDesk(browser, 'Anna Agente', options)
    expect(await findings(page)).toEqual([])

    // By the first letters of his name, and without a mouse.
    await page.keyboard.press('/')
    await page.keyboard.type('marco ferr')
    await expect(page.getByRole('option', { name: /C-0001/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Marco Ferrari', level: 1 })).toBeVisible()
    const app = page.getByRole('region', { name: 'La sua app' })
    await expect(app.locator('.tile').first()).toBeVisible()
    // It is looked at only: nothing in it can be reached.
    expect(
      await app
        .locator('.tile')
        .first()
        .evaluate((tile) => tile.closest('[inert]') !== null),
    ).toBe(true)
    await expect(app).toContainText('In debito')
    await settled(page)
    expect(await findings(page)).toEqual([])

    await app.getByRole('button', { name: 'Perché questo gruppo' }).press('Enter')
    const why = page.getByRole('dialog')
    await expect(why).toContainText('il cliente ha importi scaduti da pagare')
    await settled(page)
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(app.getByRole('button', { name: 'Perché questo gruppo' })).toBeFocused()

    await app.getByRole('radio', { name: 'Tablet' }).check()
    await expect(app.locator('.seen-room[data-form-factor="medium"]:not([aria-busy]) .tile').first()).toBeVisible()
    await page.context().close()
  })
}

test('whoever has no role is told so, and sees nothing', async ({ browser }) => {
  const page = await signInToDesk(browser, 'Nadia Nessuno')
  await expect(page.getByRole('heading', { name: 'Qui non hai ancora un ruolo' })).toBeVisible()
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await page.context().close()
})

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...(isWide ? ['the page scrolls sideways'] : [])]
}
