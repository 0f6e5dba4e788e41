/**
 * How things look is the editors' to say: a content has colours of its own, wherever it stands and in every scheme; an image shows how it will be cut while its focal
 * point moves.
 */
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { address, openDocument, signInAsCustomer, signInToCms } from '../../testing/people.ts'
import { tramonto } from './seed/body/palettes/tramonto.ts'

const content = 'Offerta: Mondo 7 giorni'

test('a content’s own palette is seen in its form, and on the customer’s page in every scheme', async ({ browser }) => {
  const editor = await signInToCms(browser, 'editor')
  await openDocument(editor, `contents?search=${encodeURIComponent(content)}`, content)
  const sample = editor.getByRole('list', { name: 'I colori del riquadro' })
  await expect(sample.getByRole('listitem')).toHaveCount(4)
  for (const line of await sample.getByRole('listitem').allInnerTexts()) {
    expect(line).toMatch(/^Aa\s*(chiaro|scuro)( ad alto contrasto)?\s*contrasto \d+(,\d)?:1$/)
  }

  for (const [scheme, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['lightHighContrast', { colorScheme: 'light', contrast: 'more' }],
    ['darkHighContrast', { colorScheme: 'dark', contrast: 'more' }],
  ] as const) {
    const customer = await signInAsCustomer(browser, 'Giulia Conti', options)
    await customer.goto(`${address('BFF')}/surface/roaming`)
    const tile = customer.locator('[data-kind="offer"]', { hasText: 'Mondo' })
    const { accent, onAccent } = tramonto.schemes[scheme]
    await expect(tile).toHaveCSS('background-color', rgb(accent))
    await expect(tile).toHaveCSS('color', rgb(onAccent))
    // The page around it, and the tile beside it, keep their own.
    const own = (name: string) => customer.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token), name)
    expect(await own('--color-accent')).not.toBe(accent)
    await customer.context().close()
  }
})

test('an image’s crops follow its focal point, before and after it is saved', async ({ browser }) => {
  const editor = await signInToCms(browser, 'editor')
  await editor.goto(`${address('CMS')}/admin/collections/media/create`)
  const buffer = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#bd2158' } })
    .png()
    .toBuffer()
  await editor.locator('input[type="file"]').first().setInputFiles({ name: 'prova-ritagli.png', mimeType: 'image/png', buffer })
  const crops = editor.getByRole('region', { name: 'Come si vede' }).getByRole('listitem')
  const square = crops.filter({ hasText: 'Quadrato' }).locator('img')
  await expect(crops).toHaveCount(3)
  await expect(square).toHaveCSS('object-position', '50% 50%')
  const { width, height } = (await square.boundingBox())!
  expect(Math.abs(width - height)).toBeLessThan(2)

  await editor.getByRole('textbox', { name: 'Nome' }).fill('Prova dei ritagli')
  await editor.getByRole('button', { name: 'Salva', exact: true }).click()
  await expect(editor).toHaveURL(/media\/(?!create)[^/]+$/)
  const image = new URL(editor.url()).pathname.split('/').at(-1)!
  // From within the page: what comes from nowhere is not the signed-in person's.
  const ask = (method: string): Promise<unknown> =>
    editor.evaluate(async ([path, how]) => (await fetch(path, { method: how })).json(), [`/api/media/${image}`, method] as const)
  try {
    await editor.getByRole('button', { name: 'Modifica immagine' }).click()
    await editor.locator('input[name="X %"]').fill('90')
    await editor.getByRole('button', { name: 'Applica modifiche' }).click()
    await expect(square).toHaveCSS('object-position', '90% 50%')
    await editor.getByRole('button', { name: 'Salva', exact: true }).click()
    await expect(async () => {
      expect(await ask('GET')).toMatchObject({ focalX: 90, focalY: 50, width: 800, height: 400 })
    }).toPass({ timeout: 15_000 })
    await editor.reload()
    await expect(square).toHaveCSS('object-position', '90% 50%')
  } finally {
    // Nothing is left that the next one to publish would find.
    expect(await ask('DELETE')).toMatchObject({ doc: { filename: expect.stringMatching(/^prova-ritagli/) as unknown } })
  }
})

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
}
