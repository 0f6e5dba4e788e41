/** The voice menu as screens, and being called back, in a real browser against the whole system. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { address, signInAsCustomer } from '../../../../../testing/people.ts'

test('by keyboard alone through the menu that callers hear, back again, and to a call at a time of one’s own', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito', { viewport: { width: 390, height: 844 } })
  await page.goto(`${address('BFF')}/menu`)
  const options = page.locator('.menu-option')
  await expect(options.last()).toContainText('operatore')
  expect(await page.locator('.menu-key').allInnerTexts()).toEqual(['1', '2', '3', '4', '5', '6', '9', '0'])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await options.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La tua fattura')
  await page.getByRole('link', { name: 'Indietro' }).focus()
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(8)

  await options.last().focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ti richiamiamo' })
  await dialog.getByRole('textbox').fill('Due addebiti che non capisco')
  // What is written outlives a closed dialog.
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(options.last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox')).toHaveValue('Due addebiti che non capisco')
  for (const [group, key] of [['Giorno', 'ArrowRight'], ['Ora', 'ArrowDown']] as const) {
    const radios = dialog.getByRole('group', { name: group }).getByRole('radio')
    await radios.first().focus()
    await page.keyboard.press(key)
    await expect(radios.nth(1)).toBeChecked()
  } // prettier-ignore
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('ti richiamiamo noi')
  await expect(dialog.getByRole('status')).toContainText(/tra le \d{2}:\d{2} e le \d{2}:\d{2}/)
})
