/** What the pictures are for: a word that is another is seen, in the smallest of them and in the largest. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { widgets } from '@mosaic/widgets'
import { expect } from '@playwright/test'
import { fixtureIdsOf } from './gallery-cases.ts'
import { picturesOf } from './pictures.ts'
import { test } from './testing/gallery-site.ts'
import { shown } from './testing/shown.ts'

const folder = join(import.meta.dirname, 'pictures')
const bySize = globSync('*/*.png', { cwd: folder }).toSorted((one, other) => pixelsOf(one) - pixelsOf(other))

for (const [size, at] of [
  ['smallest', 0],
  ['largest', -1],
] as const) {
  test(`a changed word is caught in the ${size} picture`, async ({ page, site }) => {
    const file = bySize.at(at) ?? ''
    const [kind = ''] = file.split('/')
    const definition = widgets[kind]
    const picture = definition && picturesOf(kind, fixtureIdsOf(definition)).find((each) => each.file === file)
    if (!picture) throw new Error(`Expected a picture of a kind, got "${file}". pictures.test.ts tells which to delete.`)
    await page.goto(site)
    const tile = await shown(page, kind, picture)
    await expect(tile).toHaveScreenshot(file.split('/'))
    const change = await tile.evaluate(changeWord)
    await expect(tile, change).not.toHaveScreenshot(file.split('/'))
  })
}

/** Turns one word round that is in sight, the shortest; tells which. */
function changeWord(shown: Element): string {
  const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
  const words: { node: Node; word: string; turned: string }[] = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.visually-hidden')) continue
    for (const word of node.nodeValue?.match(/\p{L}{3,}/gu) ?? []) {
      const turned = Array.from(word).reverse().join('')
      if (turned !== word) words.push({ node, word, turned })
    }
  }
  const [{ node, word, turned }] = words.toSorted((one, other) => one.word.length - other.word.length) as [(typeof words)[0]]
  node.nodeValue = node.nodeValue?.replace(word, turned) ?? ''
  return `"${word}" is now "${turned}"`
}

/** Width by height, as a PNG says it itself. */
function pixelsOf(file: string): number {
  const header = readFileSync(join(folder, file)).subarray(0, 24)
  return header.readUInt32BE(16) * header.readUInt32BE(20)
}
