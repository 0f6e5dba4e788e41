/** A call from the first ring to what it was about, in a real browser against the whole system: the desk by keyboard alone. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, numberOf, settled, signInToDesk } from '../../../../../testing/people.ts'

const agent = 'Bruno Agente'

test('a call brings its page, the link that is sent is followed live, and one key says what it was about', async ({ browser, request }) => {
  const desk = await signInToDesk(browser, agent)
  const switchboard = await openSwitchboard(desk)
  const now = desk.getByRole('status')
  const calls = desk.getByRole('main').getByRole('region', { name: 'Chiamate' })

  await ring(switchboard, 'Luca Esposito')
  await expect(now.filter({ hasText: 'Chiama' })).toContainText('Luca Esposito')
  await switchboard.getByRole('button', { name: 'Rispondi' }).first().click()
  await expect(desk.getByRole('heading', { name: 'Luca Esposito', level: 1 })).toBeVisible()
  await expect(calls).toContainText('In linea con Luca Esposito')
  const customer = /\/care\/customer\/(.+)$/.exec(desk.url())?.[1] ?? ''

  // What he says, Enter, one look at the SMS, and off it goes.
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.type('giga')
  await expect(desk.getByRole('option', { name: 'I tuoi giga' })).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('figure')).toContainText(/Codice XXXX.*1 SMS · \d+ caratteri su 160/)
  await expect(desk.getByRole('button', { name: /^Invia/ })).not.toHaveAttribute('aria-disabled', 'true')
  expect(await findings(desk)).toEqual([])
  await desk.keyboard.press('Control+Enter')
  const card = desk.getByRole('article', { name: /^I tuoi giga, Codice/ })
  await expect(card.getByRole('status')).toContainText('Consegnato')
  const text = await lastText(request, await numberOf(request, customer))
  const code = (await card.getByText(/^[A-Z0-9]{4}$/).textContent()) ?? ''
  expect(text).toContain(`Codice ${code}.`)

  // Whoever taps it: the desk sees it as it happens.
  const token = /\/a\/([\w-]{22})/.exec(text)?.[1]
  await request.post(`${address('BFF')}/graphql`, {
    data: { query: 'mutation OpenHandOver($token: String!) { openHandOver(token: $token) { status } }', variables: { token } },
  })
  await expect(card.getByRole('status')).toContainText('Ha aperto il link')
  expect(await findings(desk)).toEqual([])

  // The next call rings while he writes: nothing is lost.
  await calls.getByRole('button', { name: 'Annota' }).press('Enter')
  await calls.getByLabel('Che cosa c’è da sapere').fill('Guarda molti video')
  await ring(switchboard, 'Paolo Mancini')
  await expect(now.filter({ hasText: 'Chiama' })).toContainText('Paolo Mancini')
  await hangUp(switchboard, 'Paolo Mancini')
  await hangUp(switchboard, 'Luca Esposito')
  await expect(calls).toContainText('Di che cosa si trattava?')
  await expect(calls.getByLabel('Motivo')).toHaveValue('I tuoi giga')
  await expect(calls.getByLabel('Che cosa c’è da sapere')).toHaveValue('Guarda molti video')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'Annotato.' })).toBeVisible()
  await expect(calls).toHaveCount(0)
  await expect(desk.getByRole('region', { name: 'Che cosa c’è stato' })).toContainText('Guarda molti video')
  await desk.context().close()
})

async function openSwitchboard(desk: Page): Promise<Page> {
  const page = await desk.context().newPage()
  await page.goto(`${address('SIMULATOR')}/_simulator/telephone`)
  return page
}

async function ring(switchboard: Page, who: string): Promise<void> {
  const caller = switchboard.getByLabel('Chi chiama')
  const line = await caller.getByRole('option', { name: who }).getAttribute('value')
  await caller.selectOption(line)
  await switchboard.getByLabel('A chi suona').selectOption({ label: agent })
  await switchboard.getByRole('button', { name: 'Fai suonare' }).click()
}

async function hangUp(switchboard: Page, who: string): Promise<void> {
  const call: Locator = switchboard.getByRole('listitem').filter({ hasText: who }).first()
  await call.getByRole('button', { name: 'Riaggancia' }).click()
}

/** The text of the newest SMS that has arrived at a number. */
async function lastText(request: Page['request'], number: string): Promise<string> {
  const texts = (await (await request.get(`${address('SIMULATOR')}/_simulator/sms/${number}`)).json()) as { text: string; at: string }[]
  return texts.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.text ?? ''
}

async function findings(page: Page): Promise<string[]> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
