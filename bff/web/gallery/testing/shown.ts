import type { Locator, Page } from '@playwright/test'
import type { Picture } from '../pictures.ts'
import { go } from './gallery-site.ts'

/** What a picture shows, in sight as a whole: nothing that stands still while one scrolls gets into it. */
export async function shown(page: Page, kind: string, { look, fixture = '' }: Picture): Promise<Locator> {
  await page.setViewportSize(rooms[look.width])
  await go(page, { kind, fixture, ...look })
  const shown = page.locator(fixture === '' ? `[data-sheet="${kind}"]` : `[data-case="${fixture}"] .gallery-stage`)
  await shown.evaluate(showImages)
  await shown.evaluate(putOnPixels)
  return shown
}

/** Windows in which a page of this width has its room, and a kind all its tiles: beside a desktop's stand the names of the kinds. */
const rooms = { '390': { width: 390, height: 8000 }, '768': { width: 768, height: 2400 }, '1280': { width: 1640, height: 2400 } } as const

/** Images wait to be seen before they load: a picture sees them all. */
async function showImages(shown: Element): Promise<void> {
  const images = [...shown.querySelectorAll('img')]
  for (const image of images) image.loading = 'eager'
  await Promise.all(images.map((image) => image.decode()))
}

/** What stands above ends somewhere inside of a pixel: letters would be drawn otherwise whenever the gallery around them changes. */
function putOnPixels(shown: Element): void {
  const { style } = shown as HTMLElement
  Object.assign(style, { position: 'relative', left: '0', top: '0' })
  const { left, top } = shown.getBoundingClientRect()
  Object.assign(style, { left: `${Math.ceil(left) - left}px`, top: `${Math.ceil(top) - top}px` })
}
