/** Every kind in a real browser: what axe says of it, right to left, with twice the text, and as pictures. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { widgets } from '@mosaic/widgets'
import { expect, type Locator } from '@playwright/test'
import { fixtureIdsOf } from './gallery-cases.ts'
import { picturesOf, type Picture } from './pictures.ts'
import { shrinkPng } from './shrink-png.ts'
import { choices } from './src/address.ts'
import { seriousFindings } from './testing/axe.ts'
import { go, phone, test, tooWide } from './testing/gallery-site.ts'
import { shown } from './testing/shown.ts'

const isUpdating = process.env['UPDATE_PICTURES'] !== undefined
const update = 'UPDATE_PICTURES=1 npm test -- bff/web/gallery, look at what changed, commit it.'

for (const definition of Object.values(widgets)) {
  const { kind } = definition
  const pictures = picturesOf(kind, fixtureIdsOf(definition))

  test(`${kind}: axe finds nothing serious, in any colours`, async ({ gallery }) => {
    await gallery.setViewportSize(phone)
    await go(gallery, { kind })
    const sheet = `[data-sheet="${kind}"]`
    expect(await seriousFindings(gallery, sheet)).toEqual([])
    for (const scheme of choices.scheme.slice(1)) {
      await go(gallery, { kind, scheme })
      expect(await seriousFindings(gallery, sheet, ['color-contrast']), scheme).toEqual([])
    }
  })

  test(`${kind}: nothing is wider than its tile, right to left and with twice the text`, async ({ gallery }) => {
    await gallery.setViewportSize(phone)
    for (const width of choices.width) {
      for (const dir of choices.dir) {
        for (const text of choices.text) {
          await go(gallery, { kind, width, dir, text })
          expect(await tooWide(gallery), `width ${width}, ${dir}, text ${text} %`).toEqual([])
        }
      }
    }
  })

  for (const picture of pictures.filter(({ fixture }) => fixture === undefined)) {
    test(`${kind}: looks as it did, ${picture.look.scheme}`, async ({ gallery }) => looksAs(await shown(gallery, kind, picture), picture))
  }

  test(`${kind}: looks as it did, in every other way to look at it`, async ({ gallery }) => {
    // One width after the other: a window of another size is laid out anew.
    const turns = pictures.filter(({ fixture }) => fixture !== undefined)
    for (const picture of turns.toSorted((one, other) => Number(one.look.width) - Number(other.look.width)))
      await looksAs(await shown(gallery, kind, picture), picture)
  })
}

/** Compares with the picture that is kept, or keeps this one when pictures are made anew. */
async function looksAs(shown: Locator, { file, fixture }: Picture): Promise<void> {
  const kept = join(import.meta.dirname, 'pictures', file)
  expect(existsSync(kept) || isUpdating, `There is no picture ${file} yet. Make it: ${update}`).toBe(true)
  const version = shown.page().context().browser()?.version()
  const what = fixture === undefined ? file : `${file}, the fixture ${fixture}`
  const fix = `${what}. If the change is meant: ${update} This is Chromium ${version}; another version may draw fonts otherwise.`
  await expect.soft(shown, fix).toHaveScreenshot(file.split('/'))
  if (isUpdating) writeFileSync(kept, shrinkPng(readFileSync(kept)))
}
