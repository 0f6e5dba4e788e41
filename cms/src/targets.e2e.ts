/**
 * Whoever looks after the care desk makes a place that agents can send customers to: the SMS is counted and mended while it is written, what is missing is
 * told with the way to it, and it goes live with everything else. Then the voice menu gets an option for it, by keyboard alone.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, picture, signInToCms } from '../../testing/people.ts'

test.setTimeout(120_000)
test('an editor makes a target and an option of the voice menu for it, and publishes both', async ({ browser }) => {
  const page = await signInToCms(browser, 'publisher')
  const main = page.getByRole('main')

  await test.step('the form shows what fits, and the SMS as it arrives', async () => {
    await page.goto(`${address('CMS')}/admin/collections/targets/create?locale=it`)
    await page.getByLabel(/^Nome/).fill('Paga adesso')
    await page.getByLabel(/^Titolo/).fill('Paga la fattura adesso')
    await choose(page, page.locator('#field-opens'), 'Un pagamento o una ricarica')
    await expect(page.locator('#field-guide')).toHaveCount(0)
    await choose(page, page.locator('#field-surface'), 'Fattura e pagamenti')
    await choose(page, page.locator('#field-content'), 'Pagamento in scadenza')
    const sms = page.locator('#field-sms')
    await sms.fill('Aurora: l’ultima pagina {link}')
    await expect(page.getByText('Un SMS non porta questi caratteri: ’')).toBeVisible()
    await page.getByRole('button', { name: 'Scrivi \' e " al loro posto' }).click()
    await page.getByRole('button', { name: 'Inserisci il codice' }).click()
    await expect(sms).toHaveValue("Aurora: l'ultima pagina {link} {code}")
    await expect(page.getByText(/^1 SMS · \d+ di 160 caratteri$/)).toBeVisible()
    await picture(page, 'cms-target')
    expect(await seriousFindings(page, '.mosaic-sms')).toEqual([])
  })

  await test.step('what is missing is told, and a click leads to it, in its language', async () => {
    await saved(page)
    await main.getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await expect(page.getByRole('checkbox', { name: 'Pubblica «Paga adesso»' })).toBeChecked()
    await expect(page.getByText('«Paga adesso»: manca il testo in inglese di «SMS».')).toBeVisible()
    await page.getByRole('listitem').filter({ hasText: 'in inglese di «Titolo»' }).getByRole('link').click()
    await page.getByLabel(/^Titolo/).fill('Pay your bill now')
    await page.locator('#field-sms').fill('Aurora: the last page {link} {code}')
    // Whoever leaves by an address leaves what autosave has not written yet.
    const kept = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && (response.request().postData() ?? '').includes('saldare adesso'),
    )
    await page.getByLabel('Che cosa dicono i clienti').fill('saldare adesso')
    await page.keyboard.press('Enter')
    expect((await kept).status()).toBe(200)
  })

  await test.step('the voice menu gets an option for it without a mouse', async () => {
    await page.goto(`${address('CMS')}/admin/collections/menus`)
    await page.getByRole('link', { name: 'Assistenza clienti' }).first().click()
    const level = page.getByRole('region', { name: 'La tua fattura', exact: true })
    await level.getByRole('group', { name: 'Voce 4' }).getByLabel('Testo in italiano').press('Enter')
    const option = level.getByRole('group', { name: 'Voce 5' })
    await expect(option.getByLabel('Testo in italiano')).toBeFocused()
    await page.keyboard.type('Paga adesso')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Pay now')
    await expect(option.getByText(/non porta da nessuna parte/)).toBeVisible()
    await option.getByLabel('Dove porta').selectOption({ label: 'Paga adesso' })
    await expect(page.getByText('Tutto porta da qualche parte.')).toBeVisible()
    const phone = page.getByRole('complementary', { name: 'Anteprima' })
    await phone.getByRole('button', { name: 'Italiano' }).click()
    await phone.getByRole('button', { name: /Fattura/ }).focus()
    await page.keyboard.press('1')
    await phone.getByRole('button', { name: /Fatture passate/ }).focus()
    await page.keyboard.press('5')
    await expect(phone.getByText('Apre «Paga adesso».')).toBeVisible()
    await picture(page, 'cms-voice-menu')
    expect(await seriousFindings(page, '.mosaic-menu')).toEqual([])
    await saved(page)
  })

  await test.step('both go live together', async () => {
    await main.getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await expect(page.getByText('Menu vocale «Assistenza clienti»: nuova voce 5 «Paga adesso».')).toBeVisible()
    await expect(page.getByText('Tutto in ordine.')).toBeVisible()
    await page.getByRole('button', { name: /Pubblica la release/ }).click()
    await expect(page.getByText('Niente da pubblicare')).toBeVisible()
  })
})

/** Autosave draws the form anew, and may close a list that is open just then. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  const option = page.getByRole('option', { name, exact: true })
  await expect(async () => {
    if (!(await option.isVisible())) await field.locator('.rs__control').click()
    await option.click({ timeout: 2_000 })
    await expect(field.locator('.rs__value-container')).toContainText(name, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
}

/** Autosave waits a second of silence. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/Ultimo salvataggio/).first()).toBeVisible()
  await expect(page.getByText('Salvo...')).toBeHidden()
}

/** Of what is Mosaic's own: the frame around it is Payload's. */
async function seriousFindings(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.flatMap(({ id, impact, nodes }) => (impact === 'serious' || impact === 'critical' ? `${id}: ${nodes[0]?.html}` : []))
}
