/** One call, from the first ring to what came of it: the agent's desk and the customer's telephone, each in a browser of its own, against the whole system. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { address, numberOf, picture, signInToDesk } from '../../../../testing/people.ts'
import { personas } from '../../../simulator/personas.ts'

/** It would leave a trace, were it ever more than words. */
const script = '<img src=x onerror="globalThis.hit=1"></textarea><script>globalThis.hit=1</script>'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('a caller is found, sent to the right place and seen to arrive; he takes it from there', async ({ browser, request }) => {
  const marco = personas.find(({ name }) => name === 'Marco Ferrari')
  const number = await numberOf(request, marco?.customerId ?? '')
  const desk = await signInToDesk(browser, 'Anna Agente')
  const telephones = await ring(browser, 'Marco Ferrari')

  // The desk rings by itself, and his page opens with the answer.
  await expect(desk.getByText('Marco Ferrari').first()).toBeVisible()
  await telephones.getByRole('button', { name: 'Rispondi' }).click()
  await expect(desk.getByRole('heading', { name: 'Marco Ferrari' })).toBeVisible()
  await expect(desk.getByText('La tua situazione')).toBeVisible()
  await picture(desk, 'care-desk')

  await desk.getByRole('combobox', { name: 'Che cosa dice il cliente?' }).fill('fattura alta')
  await expect(desk.getByRole('option').first()).toContainText('fattura')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/1 SMS · \d+ caratteri su 160/)).toBeVisible()
  await picture(desk, 'care-send')
  await desk.keyboard.press('Control+Enter')
  const card = desk.getByRole('article', { name: /Codice/ }).first()
  const state = card.getByRole('status')
  await expect(state).toContainText('Consegnato')
  const code = (await card.getByText(/^[A-Z0-9]{4}$/).textContent()) ?? ''

  // What he does on his telephone stands on her screen.
  const customer = await (await browser.newContext({ ...phone, locale: 'it-IT' })).newPage()
  await customer.goto(`${address('SIMULATOR')}/phone/${encodeURIComponent(number)}`)
  await picture(customer, 'care-sms')
  const tab = customer.context().waitForEvent('page')
  await customer.getByRole('link', { name: /\/a\// }).first().click()
  const opened = await tab
  await opened.getByRole('button', { name: 'Apri' }).click()
  await expect(state).toContainText('Ha aperto il link')
  await expect(opened.getByText(code).first()).toBeVisible()
  await opened.getByRole('button', { name: 'Accedi' }).click()
  await opened.getByRole('button', { name: 'Marco Ferrari' }).first().click()
  await expect(opened.getByText(/Con te: Anna/)).toBeVisible()
  await expect(opened.locator('[data-kind="bill"]').first()).toBeInViewport()
  await picture(opened, 'care-landed')
  await expect(state).toContainText('È arrivato')

  // What he writes when he is stuck is words on her screen, whatever it is.
  await opened.getByRole('button', { name: 'Mi sono bloccato' }).click()
  await opened.getByRole('dialog').getByRole('textbox').fill(script)
  await opened.getByRole('button', { name: 'Dillo all’operatore' }).click()
  await expect(state).toContainText('Si è bloccato')
  await expect(desk.getByText(script).first()).toBeVisible()
  expect(await desk.evaluate(() => 'hit' in globalThis)).toBe(false)

  await opened.getByRole('button', { name: 'Fatto' }).click()
  await expect(state).toContainText('Fatto')
  await telephones.getByRole('button', { name: 'Riaggancia' }).first().click()
  await expect(desk.getByText('Di che cosa si trattava?').first()).toBeVisible()
  for (const page of [desk, telephones, customer]) await page.context().close()
})

/** At the operator's telephones somebody calls Anna. */
async function ring(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await page.goto(`${address('SIMULATOR')}/_simulator/telephone`)
  const line = await page.locator('select[name=line] option').filter({ hasText: name }).first().getAttribute('value')
  await page.locator('select[name=line]').selectOption(line)
  await page.locator('form.ring select[name=agent]').selectOption({ label: 'Anna Agente' })
  await page.getByRole('button', { name: 'Fai suonare' }).click()
  return page
}
