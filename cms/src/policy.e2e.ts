/**
 * Operations look after the systems behind: a person of theirs changes how one of them is called, sees what that means before anybody feels it,
 * is told in words what cannot be, and publishes it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { PolicyChanges } from '@mosaic/schemas/bss'
import { expect, test, type Page } from '@playwright/test'
import { openDocument, picture, signInToCms } from '../../testing/people.ts'

test.setTimeout(180_000)
test('operations change a timeout, see its effect, and publish it', async ({ browser }) => {
  const page = await signInToCms(browser, 'operations')
  const effect = page.getByRole('region', { name: 'Effetto' })
  const field = (label: string) => page.getByLabel(label, { exact: true })
  await open(page, 'Credito')

  await test.step('the worst case follows what is typed, beside what is live', async () => {
    await expect(effect.getByText('Il cliente aspetta al più 2,55 s, come ora in linea.')).toBeVisible()
    await field('Attesa della risposta (ms)').fill('2000')
    await expect(effect.getByText('Il cliente aspetta al più 4,55 s; ora in linea 2,55 s.')).toBeVisible()
    await expect(effect.getByText('attesa della risposta 2 × 2 s')).toBeVisible()
    await expect(page.getByText('= 2 secondi · di fabbrica: 1 s')).toBeVisible()
  })

  await test.step('T1 after T2 is refused in words, at the field and in the panel', async () => {
    const words = 'T2 è 1 h, ma non può essere meno di T1, 2 h. Alza T2 o abbassa T1.'
    await field('T1 (ms)').fill('7200000')
    await expect(page.getByText(words)).toHaveCount(2)
    await field('T1 (ms)').fill('60000')
    await expect(page.getByText(words)).toHaveCount(0)
    await expect(effect.getByText('Fino a 1 min')).toBeVisible()
  })

  await test.step('a number that cannot be is told with its limits, and changes nothing meanwhile', async () => {
    await field('Nuovi tentativi').fill('9')
    await expect(page.getByText('Serve un numero intero da 0 a 3.')).toBeVisible()
    await expect(effect.getByText('Il cliente aspetta al più 4,55 s; ora in linea 2,55 s.')).toBeVisible()
    await field('Nuovi tentativi').fill('')
    await expect(page.getByText('vuoto, quindi di fabbrica: 1')).toBeVisible()
  })

  await test.step('the example load moves by keyboard, and with it the calls', async () => {
    const calls = effect.getByRole('row', { name: /chiamate ogni 1.000 home/ }).getByRole('cell')
    await expect(calls).toHaveText(['909', '952', '952'])
    await effect.getByRole('slider', { name: /Un cliente apre l’app/ }).focus()
    await page.keyboard.press('End')
    await expect(effect.getByText('60 volte l’ora')).toBeVisible()
    await expect(calls).toHaveText(['500', '667', '667'])
  })

  await test.step('it fits a phone, and axe finds nothing serious in what is ours, in the light and in the dark', async () => {
    await settled(page)
    await page.setViewportSize({ width: 1280, height: 1060 })
    await effect.getByRole('heading', { name: 'Effetto' }).scrollIntoViewIfNeeded()
    await picture(page, 'cms-policy')
    expect(await seriousFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await expect(page.locator('html[data-theme="dark"]')).toBeVisible()
    await expect(effect).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    // Below the fields, the panel's sentence stays in sight.
    await field('Attesa della risposta (ms)').scrollIntoViewIfNeeded()
    await expect(effect.getByText('Il cliente aspetta al più 4,55 s')).toBeInViewport()
    expect(await seriousFindings(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  await test.step('publishing says what changes in words, and the release has it', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await expect(
      page.getByText('Metodo «balance»: attesa della risposta 1 s → 2 s; nuovi tentativi 1 → 1 (di fabbrica); T1 30 s → 1 min.'),
    ).toBeVisible()
    await page.getByRole('button', { name: /Pubblica la release/ }).click()
    await expect(page.getByText(/La release \d+ è in linea/)).toBeVisible()
    const { balance, usage } = await livePolicies()
    expect(balance).toMatchObject({ readTimeoutMs: 2_000, t1Ms: 60_000, t2Ms: 3_600_000 })
    expect(balance).not.toHaveProperty('retries')
    expect(usage).toMatchObject({ readTimeoutMs: 1_500 })
  })

  await test.step('and from then on it is what others are compared with', async () => {
    await open(page, 'Credito')
    await expect(effect.getByText('Il cliente aspetta al più 4,55 s, come ora in linea.')).toBeVisible()
  })
})

async function open(page: Page, method: string): Promise<void> {
  await openDocument(page, 'policies', method)
  await expect(page.getByRole('heading', { name: 'balance' })).toBeVisible()
}

/** Autosave is done, and nothing is drawn any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/Modificato dopo la release/).first()).toBeVisible()
  await expect(page.getByText('Salvo...')).toBeHidden()
  await page.waitForLoadState('networkidle')
}

/** What axe calls serious or critical, less what Payload draws itself: its header, tabs, buttons and lists to search in. */
async function seriousFindings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  for (const theirs of ['.app-header', '.doc-header', '.doc-controls', '.react-select']) axe.exclude(theirs)
  const { violations } = await axe.analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

async function livePolicies(): Promise<Record<string, PolicyChanges>> {
  const folder = join(process.env['MOSAIC_PUBLISHED_DIR'] ?? '', 'aurora')
  const { number } = JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')) as { number: number }
  return JSON.parse(await readFile(join(folder, 'releases', String(number), 'policies.json'), 'utf8')) as Record<string, PolicyChanges>
}
