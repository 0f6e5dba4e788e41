/** One call, from the first ring to what came of it: the agent's desk and the customer's telephone, each in a browser of its own, against the whole system. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page, type Route } from '@playwright/test'
import { address, numberOf, ownPage, picture, settled, signInAsCustomer, signInToDesk } from '../../../../testing/people.ts'
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

  // Whoever presses faster than his bills come is told that nothing has left yet.
  const bills = Promise.withResolvers<void>()
  await desk.route('**/care/graphql', async (route) => {
    if (route.request().postData()?.includes('CareChoices')) await bills.promise
    await route.fallback()
  })
  await desk.getByRole('combobox', { name: 'Che cosa dice il cliente?' }).fill('fattura alta')
  await expect(desk.getByRole('option').first()).toContainText('fattura')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/1 SMS · \d+ caratteri su 160/)).toBeVisible()
  await desk.keyboard.press('Control+Enter')
  const notYet = desk.getByRole('alert').getByText('Non è ancora partito')
  await expect(notYet).toBeInViewport({ ratio: 1 })
  bills.resolve()
  await expect(notYet).toHaveCount(0)
  await expect(desk.getByRole('button', { name: /^Invia/ })).toBeEnabled()
  await picture(desk, 'care-send')
  await desk.keyboard.press('Control+Enter')
  const card = desk.getByRole('article', { name: /Codice/ }).first()
  const state = card.getByRole('status')
  await expect(state).toContainText('Consegnato')
  const code = (await card.getByText(/^[A-Z0-9]{4}$/).textContent()) ?? ''

  // What he does on his telephone stands on her screen.
  // What a service worker asks passes by the route below.
  const customer = await ownPage(browser, { ...phone, locale: 'it-IT', serviceWorkers: 'block' })
  await customer.goto(`${address('SIMULATOR')}/phone/${encodeURIComponent(number)}`)
  await picture(customer, 'care-sms')
  // The answer to his first tap is lost on the way: he taps again. Set before there is a page, for one that is on its way to another origin may miss it.
  const loseAnswer = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await customer.context().route('**/graphql', loseAnswer, { times: 1 })
  const tab = customer.context().waitForEvent('page')
  await customer.getByRole('link', { name: /\/a\// }).first().click()
  const opened = await tab
  await opened.getByRole('button', { name: 'Apri' }).click()
  await opened.getByRole('button', { name: 'Riprova' }).click()
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

  // A colleague takes him, and both desks say who helps, until he is left to the others again.
  const colleague = await signInToDesk(browser, 'Bruno Agente')
  const waiting = colleague.getByRole('article', { name: 'Marco Ferrari' })
  await waiting.getByRole('button', { name: 'Prendi' }).click()
  await expect(card).toContainText('Lo sta seguendo Bruno Agente')
  await expect(card.getByRole('button', { name: 'Prendi' })).toHaveCount(0)
  await colleague.getByRole('button', { name: 'Lascialo a un collega' }).click()
  await expect(card.getByRole('button', { name: 'Prendi' })).toBeVisible()

  await opened.getByRole('button', { name: 'Fatto' }).click()
  await expect(state).toContainText('Fatto')
  await telephones.getByRole('button', { name: 'Riaggancia' }).first().click()
  await expect(desk.getByText('Di che cosa si trattava?').first()).toBeVisible()
  for (const page of [desk, colleague, telephones, customer]) await page.context().close()
})

test('a guide walked together: each moves with the other, and reads who has answered', async ({ browser }) => {
  const silvia = personas.find(({ name }) => name === 'Silvia Marino')
  const desk = await signInToDesk(browser, 'Anna Agente', { viewport: { width: 1280, height: 800 } })
  await desk.goto(`${address('BFF')}/care/customer/${silvia?.customerId}`)
  await desk.getByRole('button', { name: 'Segui una guida insieme' }).press('Enter')
  await desk.getByLabel('Che cosa non funziona?').fill('all’estero non navigo')
  await expect(desk.getByRole('button', { name: 'All’estero non navigo' })).toBeVisible()
  await desk.getByRole('button', { name: 'All’estero non navigo' }).press('Enter')
  const question = desk.getByRole('group', { name: 'All’estero non navigo' }).getByRole('heading')
  await expect(question).toBeFocused()

  const customer = await signInAsCustomer(browser, 'Silvia Marino', { ...phone, locale: 'it-IT' })
  await customer.goto(`${address('BFF')}/guide/no-internet-abroad`)
  await expect(customer.getByText('Anna segue questa guida con te')).toBeVisible()
  await customer.getByRole('button', { name: 'Sì', exact: true }).click()
  await expect(desk.getByText('Silvia Marino ha risposto: «Sì»')).toBeVisible()
  await expect(question).toBeFocused()
  await settled(desk)
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([])
  await picture(desk, 'care-guide')

  // What she is told on the telephone, by the key beside it.
  await desk.keyboard.press('2')
  await expect(customer.getByText('Anna ha risposto per te: «No»')).toBeVisible()
  await expect(customer.getByRole('heading', { level: 2 })).toHaveText((await question.textContent()) ?? '')
  await settled(customer)
  expect((await new AxeBuilder({ page: customer }).analyze()).violations).toEqual([])
  await picture(customer, 'care-guide-phone')
  await desk.getByRole('button', { name: /^Torna qui: Spegni/ }).click()
  await expect(customer.getByText('Anna ha riaperto questa domanda')).toBeVisible()
  for (const page of [desk, customer]) await page.context().close()
})

/** At the operator's telephones somebody calls Anna. */
async function ring(browser: Browser, name: string): Promise<Page> {
  const page = await ownPage(browser, { locale: 'it-IT' })
  await page.goto(`${address('SIMULATOR')}/_simulator/telephone`)
  const line = await page.locator('select[name=line] option').filter({ hasText: name }).first().getAttribute('value')
  await page.locator('select[name=line]').selectOption(line)
  await page.locator('form.ring select[name=agent]').selectOption({ label: 'Anna Agente' })
  await page.getByRole('button', { name: 'Fai suonare' }).click()
  return page
}
