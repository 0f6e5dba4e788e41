/** What customers answer to the editors' questions, in a real browser against the whole system. */
import { expect, test, type Page } from '@playwright/test'
import { address, signInAsCustomer } from '../../../../testing/people.ts'

/** What the operator's systems have written down as answered, newest first. */
async function answers(): Promise<{ id: string; text: string }[][]> {
  const url = `${address('SIMULATOR')}/tmf-api/partyInteraction/v4/partyInteraction?reason=surveyAnswered&limit=100`
  const found = (await (await fetch(url)).json()) as { interactionItem: { note: { id: string; text: string }[] }[] }[]
  return found.flatMap(({ interactionItem }) => interactionItem.map(({ note }) => note))
}

async function openBillPage(page: Page) {
  await page.goto(`${address('BFF')}/surface/bill`)
  return page.locator('[data-kind="survey"]')
}

test('a question is answered with the keyboard, with a comment, once: the tile says thank you and stays so', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Paolo Mancini')
  const survey = await openBillPage(page)
  const send = survey.getByRole('button', { name: 'Invia la risposta' })
  const before = (await answers()).length

  // Nothing is sent before an answer is chosen, and the focus goes to where it is.
  await send.click()
  await expect(survey.getByRole('alert')).toHaveText('Scegli prima una risposta.')
  await expect(survey.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(survey.getByRole('radio', { name: 'Quasi tutto' })).toBeChecked()
  await expect(survey.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Le voci del roaming')
  await page.keyboard.press('Tab')
  await expect(send).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(survey.getByRole('status')).toContainText('Grazie, la tua risposta ci aiuta a migliorare.')
  await expect(survey.getByRole('radio')).toHaveCount(0)
  await page.reload()
  await expect(survey).toContainText('Grazie, la tua risposta')
  expect((await answers()).length).toBe(before + 1)
  expect(await answers()).toContainEqual([
    { id: 'answer', text: 'Quasi tutto' },
    { id: 'comment', text: 'Le voci del roaming' },
  ])
})

test('without the network nothing is lost: it says so, and the same answer goes out when it is back', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  const survey = await openBillPage(page)
  await survey.getByText('Sì, tutto').click()
  await survey.getByRole('textbox').fill('x'.repeat(600))
  await expect(survey.getByRole('textbox')).toHaveValue('x'.repeat(500))
  await page.context().setOffline(true)
  await survey.getByRole('button', { name: 'Invia la risposta' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Serve la rete')
  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: 'Riprova' }).click()
  await expect(survey.getByRole('status')).toContainText('Grazie')
  await expect(dialog).toHaveCount(0)
})
