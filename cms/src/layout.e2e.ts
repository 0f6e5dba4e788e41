/**
 * An editor arranges a page: she sees it as it will stand on each device while she drags, pulls and uses the keyboard, and takes back what she did step by step.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator } from '@playwright/test'
import { address, picture, signInToCms } from '../../testing/people.ts'

test.setTimeout(180_000)
test('an editor arranges a page for phone, tablet and desktop', async ({ browser }) => {
  const page = await signInToCms(browser, 'editor')
  await page.goto(`${address('CMS')}/admin/collections/surfaces`)
  await page.getByRole('link', { name: 'Home: in debito' }).click()
  const layout = page.getByRole('region', { name: 'Come si dispone' })
  const device = (name: string) => layout.getByRole('button', { name, exact: true })
  const takeBack = layout.getByRole('button', { name: 'Annulla' })
  // The last section that has something to reorder: three tiles or more.
  const tiles = layout
    .locator('.mosaic-layout__section')
    .filter({ has: page.locator('li:nth-child(3)') })
    .last()
    .getByRole('button')
  const said = layout.locator('[aria-live]')

  await expect(tiles.first()).toBeVisible()
  await expect(layout.getByText('Nome in arrivo…')).toHaveCount(0)
  await expect(device('Telefono')).toHaveAttribute('aria-pressed', 'true')
  await expect(takeBack).toBeDisabled()
  const onPhone = await labels(layout)
  await device('Computer').click()
  const untouched = await labels(layout)
  const [first, second] = [await read(tiles.nth(0)), await read(tiles.nth(1))]

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

  await test.step('every step can be taken back', async () => {
    while (await takeBack.isEnabled()) await takeBack.click()
    expect(await labels(layout)).toEqual(untouched)
    await expect(page.getByText('Salvo...')).toBeHidden()
    await page.waitForLoadState('networkidle')
  })
})

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
