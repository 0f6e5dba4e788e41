/**
 * Whoever looks after the care desk makes a place that agents can send customers to: the SMS is counted and mended while it is written, what is missing is
 * told with the way to it, and it goes live with everything else. Then the voice menu gets an option for it, by keyboard alone and by hand; and a guide gets a step.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, openDocument, picture, signInToCms } from '../../testing/people.ts'

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
    await openDocument(page, 'menus', 'Assistenza clienti')
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

  await test.step('and is dragged to the top and back; Escape leaves all as it was', async () => {
    const level = page.getByRole('region', { name: 'La tua fattura', exact: true })
    const order = () => level.getByLabel('Tasto').evaluateAll((keys) => keys.map((key) => (key as HTMLSelectElement).value))
    const grips = level.locator('.mosaic-menu__grip')
    await drag(grips.nth(4), grips.nth(0))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await order()).toEqual(['1', '2', '3', '4', '5'])
    await drag(grips.nth(4), grips.nth(0))
    await page.mouse.up()
    expect(await order()).toEqual(['5', '1', '2', '3', '4'])
    await expect(level.getByRole('group', { name: 'Voce 5' }).getByLabel('Testo in italiano')).toBeFocused()
    // The same way back by keyboard.
    for (let step = 0; step < 4; step++) await page.keyboard.press('Alt+ArrowDown')
    expect(await order()).toEqual(['1', '2', '3', '4', '5'])
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

test('an editor changes a guide: she tries it as she writes, and a way that leads nowhere does not go live', async ({ browser }) => {
  const page = await signInToCms(browser, 'publisher')
  const main = page.getByRole('main')
  await openDocument(page, 'guides', 'Il Wi-Fi di casa')
  const trial = page.getByRole('complementary', { name: 'Prova' })
  const fine = page.getByText('Ogni strada arriva a una fine.')

  await test.step('the trial shows what is written, with its picture', async () => {
    await expect(fine).toBeVisible()
    await trial.getByRole('button', { name: 'Italiano' }).click()
    for (const _check of ['outage', 'reported']) await trial.getByRole('button', { name: 'No', exact: true }).click()
    const picture = trial.getByRole('img')
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    await page.locator('#mosaic-guide-2-title').fill('Di che colore è la prima luce?')
    await expect(trial.getByText('Di che colore è la prima luce?')).toBeVisible()
  })

  await test.step('a new answer leads to a new step, whose own answer leads nowhere yet', async () => {
    const step = page.getByRole('region', { name: /^Passo 3/ })
    await step.getByRole('group', { name: 'Risposta 3' }).getByLabel('Risposta in italiano').press('Enter')
    const answer = step.getByRole('group', { name: 'Risposta 4' })
    await expect(answer.getByLabel('Risposta in italiano')).toBeFocused()
    await page.keyboard.type('Lampeggia')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It blinks')
    await answer.getByLabel('Va a').selectOption({ label: '+ Nuovo passo' })
    await expect(page.getByRole('region', { name: /^Passo 12/ }).getByLabel('Titolo in italiano')).toBeFocused()
    await page.keyboard.type('Aspetta due minuti. Ora va?')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Wait two minutes. Does it work now?')
    const last = page.getByRole('region', { name: /^Passo 12/ }).getByRole('group', { name: 'Risposta 1' })
    await last.getByLabel('Risposta in italiano').fill('Sì')
    await last.getByLabel('Risposta in inglese').fill('Yes')
    await trial.getByRole('button', { name: 'Lampeggia' }).click()
    await trial.getByRole('button', { name: 'Sì', exact: true }).click()
    await expect(trial.getByText('Qui la guida non porta da nessuna parte.')).toBeVisible()
    expect(await seriousFindings(page, '.mosaic-menu')).toEqual([])
  })

  await test.step('so it does not go live, and a click leads to where it is put right', async () => {
    await saved(page)
    await main.getByRole('link', { name: 'Rivedi e pubblica' }).click()
    const fault = page.getByRole('listitem').filter({ hasText: 'scegli a quale passo porta' })
    await expect(fault).toBeVisible()
    await expect(page.getByRole('button', { name: /Pubblica la release/ })).toBeDisabled()
    await fault.getByRole('link').click()
    await page.getByRole('button', { name: /non porta a nessun passo/ }).click()
    const step = page.getByRole('region', { name: /^Passo 12/ })
    await expect(step.getByLabel('Titolo in italiano')).toBeFocused()
    await step.getByRole('group', { name: 'Risposta 1' }).getByLabel('Va a').selectOption({ label: 'Passo 10 · Bene, è risolto' })
    await expect(fine).toBeVisible()
    await saved(page)
    await main.getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await expect(page.getByText('Tutto in ordine.')).toBeVisible()
  })
})

/** Takes an option to where another stands, and does not let go. */
async function drag(grip: Locator, to: Locator): Promise<void> {
  await grip.scrollIntoViewIfNeeded()
  const [from, target] = [await grip.boundingBox(), await to.boundingBox()]
  if (!from || !target) throw new Error('The option has no place')
  const { mouse } = grip.page()
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await mouse.down()
  await mouse.move(target.x + target.width / 2, target.y - 10, { steps: 8 })
}

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
