/** A guide walked by a customer, in a real browser against the whole system. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { address, signInAsCustomer } from '../../../../../testing/people.ts'

test('by keyboard alone through a guide, back without losing the answer, over a reload, to a call and a report that know it all', async ({
  browser,
}) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito', { viewport: { width: 390, height: 844 } })
  await page.goto(`${address('BFF')}/guide/home-wifi`)
  const question = page.getByRole('heading', { level: 2 })
  await expect(page.getByText('Passo 1')).toBeVisible()
  const first = await question.innerText()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const answers = page.locator('.guide-answers button')
  await answers.last().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Passo 2')).toBeVisible()
  await expect(question).toBeFocused()
  const second = await question.innerText()
  await page.reload()
  await expect(question).toHaveText(second)

  await page.getByRole('button', { name: 'Domanda precedente' }).press('Enter')
  await expect(question).toHaveText(first)
  await expect(answers.last()).toContainText('La tua risposta di prima')
  await answers.last().press('Enter')
  await expect(question).toHaveText(second)
  await page.context().setOffline(true)
  await answers.last().press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Serve la rete. Riprova quando sarai online.')
  await page.context().setOffline(false)
  await answers.last().press('Enter')

  const call = page.getByRole('button', { name: 'Richiamatemi' })
  await expect(call).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await call.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ti richiamiamo' })
  await dialog.getByRole('button', { name: 'Richiamatemi a quest’ora' }).click()
  await expect(dialog.getByRole('status')).toContainText('sa già che cosa ci hai detto')
  await dialog.locator('.dialog-actions button').press('Enter')

  await page.getByRole('button', { name: 'Apri la segnalazione' }).press('Enter')
  const report = page.getByRole('heading', { name: /La segnalazione TT-\S+ è aperta/ })
  await expect(report).toBeFocused()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const opened = await report.innerText()
  await page.reload()
  await expect(report).toHaveText(opened)
})
