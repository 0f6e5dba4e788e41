/** What customers do from their home, in a real browser against the whole system: each asks first where it costs money, and the page shows what came of it. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, becomes, numberOf, signInAsCustomer } from '../../../../testing/people.ts'
import { personas } from '../../../simulator/personas.ts'

test('an option is turned off and on again, and says so while it is on its way', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Paolo Mancini')
  await page.goto(`${address('BFF')}/surface/plan`)
  const option = tile(page, 'options').getByRole('listitem').filter({ hasText: 'Extra Giga 20' })
  await option.getByRole('button', { name: /^Disattiva/ }).click()
  await accept(page)
  await expect(option).toContainText('In disattivazione')
  await becomes(page, option, 'Non attiva')
  await option.getByRole('button', { name: /^Attiva/ }).click()
  await expect(page.getByRole('dialog')).toContainText('€')
  await accept(page)
  await expect(option).toContainText('In attivazione')
  await expect(option.getByRole('button')).toHaveCount(0)
})

test('a notice is closed, and stays away', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Marco Ferrari')
  const notice = tile(page, 'alert').filter({ has: page.getByRole('button', { name: /^Chiudi/ }) })
  await expect(notice).toHaveCount(1)
  await notice.getByRole('button', { name: /^Chiudi/ }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(tile(page, 'balance').or(tile(page, 'usage')).first()).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('automatic top-ups are turned on and off', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  const rule = tile(page, 'autoTopUp')
  await rule.getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toContainText('€')
  await accept(page)
  const stop = rule.getByRole('button', { name: /^Disattiva/ })
  await expect(stop).toBeVisible()
  await stop.click()
  await accept(page)
  await expect(stop).toHaveCount(0)
})

test('who tops up is shown his new credit, though the page for those whose credit is low is not his any more', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  const credit = tile(page, 'balance')
  await expect(credit).toContainText('Credito quasi finito')
  await credit.getByRole('button', { name: 'Ricarica 15,00 €' }).click()
  await accept(page)
  await expect(page.getByText('Ricarica effettuata')).toBeVisible()
  await expect(credit).toContainText(/1\d,\d\d\s€/)
  await expect(credit).not.toContainText('Credito quasi finito')
})

test('a call-back is booked, and stands among the appointments', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Chiara Rizzo')
  await page.goto(`${address('BFF')}/surface/help`)
  const slot = tile(page, 'callUs')
    .getByRole('button', { name: /\d\d[:.]\d\d/ })
    .first()
  await slot.click()
  await accept(page)
  await expect(tile(page, 'appointment')).toContainText('Ti chiamiamo noi')
})

test('a bill is paid with the card on file, and is not owed any more', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Marco Ferrari')
  const due = tile(page, 'paymentDue')
  await due.getByRole('button', { name: /^Paga/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('una volta sola')
  await accept(page)
  await expect(due.getByRole('button', { name: /^Paga/ })).toHaveCount(0)
})

test('an offer is bought at the price that was shown, and is on its way', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Chiara Rizzo')
  const offer = tile(page, 'offers').getByRole('listitem').filter({ hasText: 'Extra Giga 20' })
  await offer.getByRole('button', { name: /^Attiva/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/4,99\s€ al mese/)
  await expect(dialog).toContainText('scalato dal credito')
  await accept(page)
  await expect(page.getByText('Abbiamo ricevuto il tuo ordine')).toBeVisible()
  // What is on its way is not offered a second time.
  await expect(offer.getByRole('button', { name: /^Attiva/ })).toHaveCount(0)
  await page.goto(`${address('BFF')}/surface/plan`)
  await expect(tile(page, 'orders')).toContainText('Extra Giga 20')
})

test('credit is sent to a number, once it is one, and both sides see it', async ({ browser, request }) => {
  const emily = personas.find(({ name }) => name === 'Emily Carter')
  const number = (await numberOf(request, emily?.customerId ?? '')).replace(/^\+39(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')
  const sender = await signInAsCustomer(browser, 'Teresa Fontana')
  await sender.goto(`${address('BFF')}/surface/top-up`)

  const send = tile(sender, 'transferCredit')
  await send.getByRole('textbox').fill('399 1')
  await send.getByRole('button', { name: /^Invia 5,00/ }).click()
  await expect(send.getByRole('alert')).toContainText('non è completo')
  await expect(sender.getByRole('dialog')).toHaveCount(0)

  await send.getByRole('textbox').fill(number)
  await send.getByRole('button', { name: /^Invia 5,00/ }).click()
  const dialog = sender.getByRole('dialog')
  await expect(dialog).toContainText(`+39 ${number}`)
  await expect(dialog).toContainText(/0,50\s€.*5,50\s€/)
  await accept(sender)
  await expect(sender.getByText('Credito inviato.')).toBeVisible()
  await expect(tile(sender, 'balance')).toContainText('29,25')
  // She had 11.20, and looks only now: a credit that was looked at before is shown for half a minute.
  const receiver = await signInAsCustomer(browser, 'Emily Carter')
  await receiver.goto(`${address('BFF')}/surface/top-up`)
  await becomes(receiver, tile(receiver, 'balance'), /16[.,]20/)
})

function tile(page: Page, kind: string): Locator {
  return page.locator(`[data-kind="${kind}"]`)
}

async function accept(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button').last().click()
  await expect(dialog).toBeHidden()
}
