/** The gallery's own page in a real browser: finding, linking, its switches, what it says when something is missing. */
import { widgets } from '@mosaic/widgets'
import { expect, type Page } from '@playwright/test'
import type { Address } from './src/address.ts'
import { seriousFindings } from './testing/axe.ts'
import { at, phone, settled, test, tooWide } from './testing/gallery-site.ts'

const kinds = Object.values(widgets)

test('every kind appears, and leads to all its fixtures', async ({ page, site }) => {
  await open(page, site, {})
  await expect(page.locator('[data-sheet]')).toHaveCount(kinds.length)
  for (const { kind, label } of kinds) {
    await expect(page.locator(`[data-sheet="${kind}"] [data-case="ready"] .tile`)).toHaveAttribute('data-kind', kind)
    await expect(page.locator('#kinds').getByRole('link', { name: `${label.it} ${kind}`, exact: true })).toBeVisible()
  }
  await page.locator('#kinds').getByRole('link', { name: 'Consumi usage' }).click()
  await settled(page)
  expect(await page.locator('[data-sheet="usage"] [data-case]').count()).toBeGreaterThan(1)
  await expect(page).toHaveTitle('Consumi · Galleria dei widget · Mosaic')
})

test('finds while one types, and needs no mouse for it', async ({ page, site }) => {
  await open(page, site, {})
  await page.keyboard.press('/')
  await page.keyboard.type('usage beyond')
  await expect(page.getByRole('status').filter({ hasText: '1 tipo' })).toBeVisible()
  await expect(page.locator('[data-sheet]')).toHaveCount(1)
  await expect(page.locator('[data-sheet="usage"] [data-case="beyond-the-allowance"] .tile')).toBeVisible()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=usage&fixture=/)

  await page.getByRole('textbox', { name: 'Cerca' }).fill('xylophone')
  await expect(page.getByRole('heading', { name: 'Nessun risultato' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancella la ricerca' }).click()
  await expect(page.locator('[data-sheet]')).toHaveCount(kinds.length)
})

test('a link opens the same state again', async ({ page, site, context }) => {
  await open(page, site, { kind: 'balance', fixture: 'ready' })
  await page.getByLabel('Colori').selectOption('dark')
  await page.getByLabel('Larghezza').selectOption('1280')
  await page.getByLabel('Direzione').selectOption('rtl')
  await page.getByLabel('Testo').selectOption('200')
  await page.getByLabel('Lingua').selectOption('en')
  await settled(page)
  const seen = await state(page)
  expect(seen).toMatchObject({ scheme: 'dark', dir: 'rtl', lang: 'en', size: '32px' })

  const other = await context.newPage()
  await other.goto(page.url())
  await settled(other)
  expect(await state(other)).toEqual(seen)
})

test('a tap tells what the app would do, and does nothing', async ({ page, site }) => {
  await open(page, site, { kind: 'topUp', fixture: 'ready' })
  const before = page.url()
  await page.locator('.tile').getByRole('button').first().click()
  await expect(page.getByRole('status').filter({ hasText: 'topUp(' })).toBeVisible()
  expect(page.url()).toBe(before)
})

test('an address that names nothing says so, and what cannot be loaded too', async ({ page, site }) => {
  await open(page, site, { kind: 'usage', fixture: 'never-was' })
  await expect(page.getByRole('heading', { name: 'Questo riquadro non c’è' })).toBeVisible()
  await page.getByRole('button', { name: 'Tutti i tipi' }).click()
  await expect(page.locator('[data-sheet]')).toHaveCount(kinds.length)

  const broken = await page.context().newPage()
  await broken.route(/assets\/usage-/, (route) => route.abort())
  await broken.goto(`${site}#kind=usage`)
  await expect(broken.getByRole('heading', { name: 'Non è stato possibile caricarlo' })).toBeVisible()
  await broken.unroute(/assets\/usage-/)
  await broken.getByRole('button', { name: 'Ricarica' }).click()
  await expect(broken.locator('[data-sheet="usage"] .tile').first()).toBeVisible()
})

test('the page itself has nothing serious for axe, on a phone and on a desktop', async ({ page, site }) => {
  for (const size of [phone, { width: 1366, height: 900 }]) {
    await page.setViewportSize(size)
    await open(page, site, { q: 'balance' })
    expect(await seriousFindings(page, 'html')).toEqual([])
    expect(await tooWide(page)).toEqual([])
  }
})

async function open(page: Page, site: string, part: Partial<Address>): Promise<void> {
  await page.goto(site + at(part))
  await settled(page)
}

function state(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const root = document.documentElement
    const tile = document.querySelector<HTMLElement>('.tile')
    const { scheme = '' } = root.dataset
    const style = getComputedStyle(root)
    return {
      scheme,
      dir: root.dir,
      lang: root.lang,
      size: style.fontSize,
      background: style.backgroundColor,
      words: document.querySelector('#tiles')?.textContent ?? '',
      width: `${tile?.offsetWidth}`,
    }
  })
}
