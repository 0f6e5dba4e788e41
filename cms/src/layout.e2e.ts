/**
 * An editor arranges a page: she sees the tiles as customers will, as they will stand on each device, while she drags, pulls and uses the keyboard, also from
 * one section to another, and takes back what she did step by step. Offers above what a customer needs are told at once.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator, type Page, type Request } from '@playwright/test'
import { openDocument, picture, signInToCms } from '../../testing/people.ts'

test.setTimeout(180_000)
test('an editor arranges a page for phone, tablet and desktop', async ({ browser }) => {
  const page = await signInToCms(browser, 'editor')
  await openDocument(page, 'surfaces', 'Home: in debito')
  const layout = page.getByRole('region', { name: 'Come si dispone' })
  const device = (name: string) => layout.getByRole('button', { name, exact: true })
  const takeBack = layout.getByRole('button', { name: 'Annulla' })
  // The last section that has something to reorder: three tiles or more.
  const tiles = layout
    .locator('.mosaic-layout__section')
    .filter({ has: page.locator('li:nth-child(3)') })
    .last()
    .locator('.mosaic-layout__body')
  const said = layout.locator('> [aria-live]')

  await expect(tiles.first()).toBeVisible()
  await expect(layout.getByText('Nome in arrivo…')).toHaveCount(0)
  await expect(device('Telefono')).toHaveAttribute('aria-pressed', 'true')
  await expect(takeBack).toBeDisabled()
  const onPhone = await labels(layout)
  await device('Computer').click()
  const untouched = await labels(layout)
  const [first, second] = [await read(tiles.nth(0)), await read(tiles.nth(1))]

  await test.step('tiles are drawn with their own words and images, to be looked at only', async () => {
    await expect(layout.locator('.mosaic-layout__drawn .tile')).toHaveCount(await tilesOf(layout).count())
    await expect(layout.getByText('Rimettiamo tutto in ordine')).toBeVisible()
    await expect(layout.getByText('Pagamento in ritardo')).toBeVisible()
    await expect(layout.locator('.mosaic-layout__drawn img').first()).toHaveJSProperty('complete', true)
    expect(await layout.locator('.mosaic-layout__drawn').evaluateAll((all) => all.every((one) => (one as HTMLElement).inert))).toBe(true)
  })

  await test.step('the keyboard moves and resizes, and says what it did', async () => {
    await tiles.nth(0).focus()
    await page.keyboard.press('Shift+ArrowDown')
    expect(await read(tiles.nth(0))).toEqual({ ...first, rows: first.rows + 1 })
    await page.keyboard.press('ArrowRight')
    expect(await read(tiles.nth(1))).toEqual({ ...first, at: 2, rows: first.rows + 1 })
    await expect(said).toHaveText(new RegExp(`^${first.name}: 2 di ${first.of}`))
    await expect(tiles.nth(1)).toBeFocused()
  })

  await test.step('what was done is taken back, and done again, by keyboard', async () => {
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await labels(layout)).toEqual(untouched)
    await page.keyboard.press('Control+Shift+z')
    expect(await read(tiles.nth(0))).toEqual({ ...first, rows: first.rows + 1 })
    await takeBack.click()
    await expect(takeBack).toBeDisabled()
  })

  await test.step('dragging reorders, on this device alone; Escape leaves all as it was', async () => {
    await drag(tiles.nth(0), tiles.nth(1))
    expect((await read(tiles.nth(0))).name).toBe(second.name)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await labels(layout)).toEqual(untouched)
    await drag(tiles.nth(0), tiles.nth(1))
    await page.mouse.up()
    expect((await read(tiles.nth(0))).name).toBe(second.name)
    await device('Telefono').click()
    expect(await labels(layout)).toEqual(onPhone)
    await device('Computer').click()
  })

  await test.step('dragging asks nobody anything and draws no tile anew', async () => {
    const asked: string[] = []
    const note = (request: Request) => void (request.url().includes('/api/contents') && asked.push(request.url()))
    await watchDrawing(layout)
    page.on('request', note)
    await drag(tiles.nth(0), tiles.nth(1))
    await drag(tiles.nth(1), tiles.nth(2))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    page.off('request', note)
    expect(asked).toEqual([])
    expect(await page.evaluate(() => document.body.dataset['redrawn'])).toBe('0')
  })

  await test.step('a tile goes to the section beside, by keyboard and by hand, on every device, in one step', async () => {
    const here = await labels(layout)
    const last = tiles.last()
    const { name } = await read(last)
    const next = layout.locator('.mosaic-layout__section').last()
    await last.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(tilesOf(next).first()).toContainText(name)
    await expect(tilesOf(next).first()).toBeFocused()
    await expect(said).toHaveText(new RegExp(`^${name}: nella sezione «Buono a sapersi», 1 di 3`))
    await device('Telefono').click()
    await expect(tilesOf(next).first()).toContainText(name)
    await device('Computer').click()
    await page.keyboard.press('Tab')
    await takeBack.click()
    expect(await labels(layout)).toEqual(here)
    await drag(tilesOf(next).first(), tiles.nth(0))
    await page.mouse.up()
    await expect(tilesOf(next)).toHaveCount(1)
    await takeBack.click()
    expect(await labels(layout)).toEqual(here)
  })

  await test.step('pulling the corner resizes', async () => {
    const before = await read(tiles.nth(0))
    const box = await boxOf(tiles.nth(0).locator('xpath=..'))
    await page.mouse.move(box.x + box.width - 6, box.y + box.height - 6)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 6, box.y + 2 * box.height, { steps: 8 })
    await page.mouse.up()
    expect(await read(tiles.nth(0))).toEqual({ ...before, rows: before.rows * 2 })
    // Below the header, which stays.
    await layout.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 80))
    await picture(page, 'cms-layout')
  })

  await test.step('it is saved like everything else and fits a phone; axe finds nothing serious', async () => {
    await expect(page.getByText(/Modificato dopo la release/).first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('.mosaic-layout').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await layout.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('every step can be taken back; a tile in another section is saved there, and comes back whole', async () => {
    while (await takeBack.isEnabled()) await takeBack.click()
    expect(await labels(layout)).toEqual(untouched)
    const next = layout.locator('.mosaic-layout__section').last()
    const { name } = await read(tiles.last())
    await tiles.last().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => tilesPerSection(page)).toEqual([3, 2, 3])
    await page.reload()
    await expect(tilesOf(next).first()).toContainText(name)
    await device('Computer').click()
    await tilesOf(next).first().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => labels(layout)).toEqual(untouched)
    await expect.poll(() => tilesPerSection(page)).toEqual([3, 3, 2])
  })
})

test('offers above what a customer needs are told at once, and a section that moves says where it is', async ({ browser }) => {
  const page = await signInToCms(browser, 'editor')
  await openDocument(page, 'surfaces', 'Home: tablet')
  const layout = page.getByRole('region', { name: 'Come si dispone' })
  const titles = layout.locator('.mosaic-layout__section h4')
  const up = layout.getByRole('button', { name: 'Sposta in su la sezione «Per te»' })
  await expect(tilesOf(layout).first()).toBeVisible()
  await expect(layout.getByText('Nome in arrivo…')).toHaveCount(0)
  const before = await titles.allTextContents()
  expect(before.slice(1)).toEqual(['La tua linea', expect.stringContaining('Per te')])

  await up.focus()
  await page.keyboard.press('Enter')
  await expect(titles.nth(1)).toContainText('Per te')
  await expect(up).toBeFocused()
  await expect(layout.locator('> [aria-live]')).toHaveText('Sezione «Per te»: 2 di 3')
  await expect(layout.locator('.mosaic-layout__warning')).toHaveText(
    /^Su telefono, tablet e computer «.+» \(sezione «Per te»\) sta sopra «.+» \(sezione «La tua linea»\)\. Prima l’assistenza/,
  )
  // Said by the form; whoever wants it so ticks it, and nothing is said any more.
  const knowingly = page.getByLabel('Offerte prima dell’assistenza')
  await knowingly.check()
  await expect(layout.locator('.mosaic-layout__warning')).toHaveCount(0)
  await knowingly.uncheck()
  await layout.getByRole('button', { name: 'Annulla' }).click()
  await expect(titles).toHaveText(before)
  await expect(layout.locator('.mosaic-layout__warning')).toHaveCount(0)
  await saved(page)
})

function tilesOf(within: Locator): Locator {
  return within.locator('.mosaic-layout__body')
}

/** What the CMS has kept of the open page: how many tiles there are in each section. */
async function tilesPerSection(page: Page): Promise<number[]> {
  // Asked by the page itself: Payload takes its cookie from nobody else.
  const { sections } = await page.evaluate(async () => {
    const id = location.pathname.split('/').at(-1)
    const answer = await fetch(`/api/surfaces/${id}?draft=true&depth=0`)
    return (await answer.json()) as { sections: { placements: unknown[] }[] }
  })
  return sections.map(({ placements }) => placements.length)
}

/** Autosave is done. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Salvo...')).toBeHidden()
  await page.waitForLoadState('networkidle')
}

/** Counts, on the page's body, what is drawn anew in the tiles from now on. */
async function watchDrawing(layout: Locator): Promise<void> {
  await layout.locator('.mosaic-layout__drawn').evaluateAll((drawn) => {
    const { dataset } = document.body
    dataset['redrawn'] = '0'
    for (const { shadowRoot } of drawn) {
      if (!shadowRoot) throw new Error('A tile is not drawn')
      const count = (records: MutationRecord[]) => void (dataset['redrawn'] = String(Number(dataset['redrawn']) + records.length))
      new MutationObserver(count).observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true })
    }
  })
}

type Read = { name: string; at: number; of: number; columns: number; rows: number }

/** A tile, as a screen reader says it. */
async function read(tile: Locator): Promise<Read> {
  const name = (await tile.locator('strong').textContent()) ?? ''
  const place = (await tile.locator('.mosaic-layout__said').textContent()) ?? ''
  const [, ...numbers] = /^(\d+) di (\d+), (\d+) colonn[ea] per (\d+) rig[ah]e?$/.exec(place) ?? []
  const [at = 0, of = 0, columns = 0, rows = 0] = numbers.map(Number)
  return { name, at, of, columns, rows }
}

function labels(layout: Locator): Promise<string[]> {
  return layout.locator('.mosaic-layout__body').allTextContents()
}

/** Takes a tile to where another stands, and does not let go. */
async function drag(tile: Locator, to: Locator): Promise<void> {
  const target = await boxOf(to)
  await tile.hover()
  const { mouse } = tile.page()
  await mouse.down()
  await mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 })
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (!box) throw new Error('The element has no place')
  return box
}
