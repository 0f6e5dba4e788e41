/** From the SMS to the page without signing in: the mobile network says whose telephone it is, and a code lets him do what the page is for. A guide is opened so as well. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { address, numberOf, ownPage, signInToDesk } from '../../../../../../testing/people.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'it' }
const chiara = { customer: 'C-0014', line: 'L-0014-1' }

test('a customer opens a link on her own telephone, is known without typing anything, and tops up after a code', async ({
  browser,
  request,
}) => {
  const msisdn = await numberOf(request, chiara.customer)
  const code = await sendLink(await signInToDesk(browser, 'Anna Agente'), 'top-up')
  const { inbox, page } = await open(browser, msisdn, code)
  await expect(page.getByText(code)).toBeVisible()
  expect(page.url()).toBe(`${address('BFF')}/a`)
  expect(await findings(page)).toEqual([])

  await page.getByRole('button', { name: 'Conferma con la rete mobile' }).tap()
  await expect(page.getByText(`Con te: Anna (Assistenza) · ${code}`)).toBeVisible()
  await expect(page).toHaveURL(/\/surface\/top-up#/)
  // Nothing that was said on the way stands where somebody could find it.
  expect(await page.evaluate(() => `${location.href} ${document.referrer}`)).not.toMatch(/state=|code=|\/a\//)
  await page.reload()
  await expect(page.getByText(`Con te: Anna (Assistenza) · ${code}`)).toBeVisible()

  // It is hers to see; to top up takes one more step.
  const tile = page.locator('[data-kind="topUp"]')
  await tile.getByRole('button').first().tap()
  await page.locator('.dialog-confirm').getByRole('button').last().tap()
  const more = page.getByRole('dialog', { name: 'Un passo in più' })
  await more.getByRole('button', { name: 'Ricevi un codice per SMS' }).tap()
  await inbox.bringToFront()
  const sms = inbox.getByRole('listitem').filter({ hasText: 'il tuo codice è' }).first()
  await expect(sms).toBeVisible()
  const password = /\b\d{6}\b/.exec((await sms.textContent()) ?? '')?.[0] ?? ''
  await page.bringToFront()
  await more.getByRole('textbox').fill(password)
  await more.getByRole('button', { name: 'Conferma' }).tap()
  await expect(more).toBeHidden()
  await tile.getByRole('button').first().tap()
  await page.locator('.dialog-confirm').getByRole('button').last().tap()
  await expect(page.locator('.notice')).toBeVisible()

  // The rest of the app is for who is signed in.
  await page.goto(address('BFF'))
  await expect(page.getByRole('heading', { name: /Il resto dell’app/ })).toBeVisible()
  await page.context().close()
})

test('a customer who is known by her telephone walks the guide she was sent, and nothing beside it', async ({ browser, request }) => {
  const msisdn = await numberOf(request, chiara.customer)
  const code = await sendLink(await signInToDesk(browser, 'Anna Agente'), 'home-internet')
  const { page } = await open(browser, msisdn, code)
  await page.getByRole('button', { name: 'Conferma con la rete mobile' }).tap()
  await expect(page).toHaveURL(/\/guide\/home-wifi/)
  const question = page.getByRole('heading', { level: 2 })
  await expect(page.getByText('Passo 1')).toBeVisible()
  expect(await findings(page)).toEqual([])
  const first = await question.innerText()
  await page.locator('.guide-answers button').last().tap()
  await expect(page.getByText('Passo 2')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Passo 2')).toBeVisible()
  await expect(question).not.toHaveText(first)
  await page.getByRole('link', { name: 'Home' }).tap()
  await expect(page.getByRole('heading', { name: /Il resto dell’app/ })).toBeVisible()
  await page.context().close()
})

/** Her telephone, with the link opened that an SMS with this code brought. */
async function open(browser: Browser, msisdn: string, code: string): Promise<{ inbox: Page; page: Page }> {
  const inbox = await ownPage(browser, phone)
  await inbox.goto(`${address('SIMULATOR')}/phone/${msisdn}`)
  const opening = inbox.context().waitForEvent('page')
  await inbox.getByRole('listitem').filter({ hasText: code }).getByRole('link').tap()
  const page = await opening
  await page.getByRole('button', { name: 'Apri' }).tap()
  return { inbox, page }
}

/** As the desk does it; @returns the code that agent and customer read to each other. */
async function sendLink(desk: Page, target: string): Promise<string> {
  const input = { ...chiara, target, locale: 'it', idempotencyKey: crypto.randomUUID() }
  const query = 'mutation ($input: SendHandOverInput!) { sendHandOver(input: $input) { status handOver { code } } }'
  const sent = await desk.evaluate(
    async ([question, variables]) => {
      const session = JSON.parse(sessionStorage.getItem('mosaic.care.session') ?? 'null') as { accessToken: string } | null
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${session?.accessToken}` }
      const response = await fetch('/care/graphql', { method: 'POST', headers, body: JSON.stringify({ query: question, variables }) })
      return (await response.json()) as { data?: { sendHandOver: { status: string; handOver: { code: string } | null } } }
    },
    [query, { input }] as const,
  )
  expect(sent.data?.sendHandOver.status).toBe('sent')
  await desk.context().close()
  return sent.data?.sendHandOver.handOver?.code ?? ''
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
