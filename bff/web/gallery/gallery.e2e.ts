/** The gallery in a real browser: every kind in every state, what axe says of it, right to left, with twice the text, and as a picture. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { widgets } from '@mosaic/widgets'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address } from '../../../testing/people.ts'
import { shrinkPng } from './shrink-png.ts'
import { choices, readAddress, writeAddress, type Address } from './src/address.ts'

const kinds = Object.values(widgets)
const phone = { width: 390, height: 844 }
const isUpdating = process.env['UPDATE_PICTURES'] !== undefined
const update = 'UPDATE_PICTURES=1 npm test -- bff/web/gallery, look at what changed, commit it.'

test('every kind appears, and leads to all its fixtures', async ({ page }) => {
  await open(page, {})
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

test('finds while one types, and needs no mouse for it', async ({ page }) => {
  await open(page, {})
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

test('a link opens the same state again', async ({ page, context }) => {
  await open(page, { kind: 'balance', fixture: 'ready' })
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

test('a tap tells what the app would do, and does nothing', async ({ page }) => {
  await open(page, { kind: 'topUp', fixture: 'ready' })
  const before = page.url()
  await page.locator('.tile').getByRole('button').first().click()
  await expect(page.getByRole('status').filter({ hasText: 'topUp(' })).toBeVisible()
  expect(page.url()).toBe(before)
})

test('an address that names nothing says so, and what cannot be loaded too', async ({ page }) => {
  await open(page, { kind: 'usage', fixture: 'never-was' })
  await expect(page.getByRole('heading', { name: 'Questo riquadro non c’è' })).toBeVisible()
  await page.getByRole('button', { name: 'Tutti i tipi' }).click()
  await expect(page.locator('[data-sheet]')).toHaveCount(kinds.length)

  const broken = await page.context().newPage()
  await broken.route(/assets\/usage-/, (route) => route.abort())
  await broken.goto(`${address('BFF')}/gallery/#kind=usage`)
  await expect(broken.getByRole('heading', { name: 'Non è stato possibile caricarlo' })).toBeVisible()
  await broken.unroute(/assets\/usage-/)
  await broken.getByRole('button', { name: 'Ricarica' }).click()
  await expect(broken.locator('[data-sheet="usage"] .tile').first()).toBeVisible()
})

test('the page itself has nothing serious for axe, on a phone and on a desktop', async ({ page }) => {
  for (const size of [phone, { width: 1366, height: 900 }]) {
    await page.setViewportSize(size)
    await open(page, { q: 'balance' })
    expect(await seriousFindings(new AxeBuilder({ page }))).toEqual([])
    expect(await tooWide(page)).toEqual([])
  }
})

for (const { kind } of kinds) {
  test(`${kind}: axe finds nothing serious, in any colours`, async ({ page }) => {
    await page.setViewportSize(phone)
    await open(page, { kind })
    const sheet = `[data-sheet="${kind}"]`
    expect(await seriousFindings(new AxeBuilder({ page }).include(sheet))).toEqual([])
    for (const scheme of choices.scheme.slice(1)) {
      await go(page, { kind, scheme })
      expect(await seriousFindings(new AxeBuilder({ page }).include(sheet).withRules(['color-contrast'])), scheme).toEqual([])
    }
  })

  test(`${kind}: nothing is wider than its tile, right to left and with twice the text`, async ({ page }) => {
    await page.setViewportSize(phone)
    await open(page, { kind })
    for (const width of choices.width) {
      for (const dir of choices.dir) {
        for (const text of choices.text) {
          await go(page, { kind, width, dir, text })
          expect(await tooWide(page), `width ${width}, ${dir}, text ${text} %`).toEqual([])
        }
      }
    }
  })

  for (const scheme of ['light', 'dark'] as const) {
    test(`${kind}: looks as it did, ${scheme}`, async ({ page, browser }) => {
      await page.setViewportSize(phone)
      await open(page, { kind, scheme })
      // All in sight: nothing that stands still while one scrolls gets into the picture.
      await page.setViewportSize({ ...phone, height: await page.evaluate(() => document.documentElement.scrollHeight) })
      const fix = `If the change is meant: ${update} This is Chromium ${browser.version()}; another version may draw fonts otherwise.`
      await looksAs(page.locator(`[data-sheet="${kind}"]`), `${kind}-${scheme}.png`, fix)
    })
  }
}

async function open(page: Page, part: Partial<Address>): Promise<void> {
  await page.goto(`${address('BFF')}/gallery/${writeAddress({ ...readAddress(''), ...part })}`)
  await settled(page)
}

/** To another state of the page that is open, as its switches do. */
async function go(page: Page, part: Partial<Address>): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), writeAddress({ ...readAddress(''), ...part }))
  // React draws what the address says before the next frame but one.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await settled(page)
}

/** Cases and fonts are there. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"][data-sheet]')).toHaveCount(0)
  await page.evaluate(async () => void (await document.fonts.ready))
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

/** What sticks out: the page, if it scrolls sideways, and each tile with something in it that is wider than itself. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.tile')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => element.closest<HTMLElement>('[data-case]')?.dataset['case'] ?? 'the page'),
  )
}

/** Compares with the picture that is kept, or keeps this one when pictures are made anew. */
async function looksAs(sheet: Locator, name: string, fix: string): Promise<void> {
  const file = join(import.meta.dirname, 'pictures', name)
  expect(existsSync(file) || isUpdating, `There is no picture ${name} yet. Make it: ${update}`).toBe(true)
  await sheet.evaluate(showPictures)
  await expect(sheet, fix).toHaveScreenshot(name)
  if (isUpdating) writeFileSync(file, shrinkPng(readFileSync(file)))
}

/** Images wait to be seen before they load: a picture of the whole sheet sees them all. */
async function showPictures(sheet: Element): Promise<void> {
  const images = [...sheet.querySelectorAll('img')]
  for (const image of images) image.loading = 'eager'
  await Promise.all(images.map((image) => image.decode()))
}

/** What axe calls serious or critical: the rule, and the first element it is about. */
async function seriousFindings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
