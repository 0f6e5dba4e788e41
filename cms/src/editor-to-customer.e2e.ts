/**
 * The reason Mosaic exists, in a real browser: an editor changes a banner and the rule of its trigger and publishes; a customer of that cluster
 * sees it at the next look, another customer does not; two clicks take it back.
 */
import { expect, test, type Page } from '@playwright/test'
import { address, comeBack, formAtRest, look, picture, signInAsCustomer, signInToCms } from '../../testing/people.ts'

const headline = 'Passa ad Aurora, il numero resta tuo'

test.setTimeout(240_000)
test('an editor publishes, a customer’s home changes, and two clicks take it back', async ({ browser }) => {
  const newcomer = await signInAsCustomer(browser, 'Giulia Conti')
  const other = await signInAsCustomer(browser, 'Roberto Gallo')
  const banner = newcomer.locator('[data-kind="banner"]', { hasText: headline })
  const before = newcomer.locator('[data-kind="banner"]', { hasText: 'Passi da un altro operatore?' })
  await expect(before).toBeVisible()

  const editor = await signInToCms(browser, 'publisher')
  await expect(editor.getByText('Release 1').first()).toBeVisible()
  await picture(editor, 'cms-dashboard')
  await test.step('the editor changes the title, and autosave keeps it', async () => {
    await open(editor, 'contents', 'Guida per i nuovi clienti')
    await editor.getByLabel(/^Titolo/).fill(headline)
    await picture(editor, 'cms-content')
    // Looking at the other language at once, before autosave's second is over, must not lose it either.
    await editor.getByRole('button', { name: 'Locale' }).click()
    await editor.getByText('Inglese').first().click()
    await expect(editor.getByLabel(/^Titolo/)).toHaveValue('Coming from another operator?')
    await saved(editor)
  })

  await test.step('a draft is nobody’s home', async () => {
    await look(newcomer)
    await expect(before).toBeVisible()
  })

  await test.step('the editor narrows the rule, and reads it back as a sentence', async () => {
    await open(editor, 'triggers', 'Nuovo cliente (30 giorni)')
    await expect(editor.getByText('negli ultimi 30 giorni')).toBeVisible()
    await editor.getByRole('spinbutton').first().fill('20')
    await expect(editor.getByText('negli ultimi 20 giorni')).toBeVisible()
    await saved(editor)
    await picture(editor, 'cms-trigger')
  })

  await test.step('publishing shows what changes, checks it, and is live at the next look', async () => {
    await editor.getByRole('main').getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await expect(editor.getByText('Tutto in ordine.')).toBeVisible()
    await expect(editor.getByRole('checkbox', { name: /Pubblica «/ })).toHaveCount(2)
    await picture(editor, 'cms-publish')
    await editor.getByRole('button', { name: /Pubblica la release 2/ }).click()
    await expect(editor.getByText('Release 2').first()).toBeVisible()
    await expect(editor.getByText('Niente da pubblicare')).toBeVisible()
    await expect(async () => {
      await look(newcomer)
      await expect(banner).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 5_000 })
    await picture(newcomer, 'home-new-customer')
    await look(other)
    await expect(other.getByText(headline)).toHaveCount(0)
  })

  await test.step('a rule that excludes the customer hides the banner from him alone', async () => {
    await open(editor, 'triggers', 'Nuovo cliente (30 giorni)')
    await editor.getByRole('spinbutton').first().fill('2')
    // At once, before autosave's second is over: what was typed must not be lost.
    await editor.getByRole('main').getByRole('link', { name: 'Rivedi e pubblica' }).click()
    await editor.getByRole('button', { name: /Pubblica la release 3/ }).click()
    await expect(editor.getByText('Niente da pubblicare')).toBeVisible()
    await look(newcomer)
    await expect(newcomer.locator('[data-kind="balance"]')).toBeVisible()
    await expect(newcomer.getByText(headline)).toHaveCount(0)
  })

  await test.step('two clicks take it back', async () => {
    const release = editor.getByRole('listitem').filter({ hasText: 'Release 2' })
    await release.getByRole('button', { name: 'Torna a questa' }).click()
    await editor.getByRole('button', { name: 'Sì, torna indietro' }).click()
    await expect(release.getByText('In linea', { exact: true })).toBeVisible()
    // Coming back is enough; twice within a second and a half counts as once.
    await expect(async () => {
      await comeBack(newcomer)
      await expect(banner).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  })
})

/** Finds a document by its name in its list, as an editor does. */
async function open(editor: Page, collection: string, name: string): Promise<void> {
  await editor.goto(`${address('CMS')}/admin/collections/${collection}`)
  await editor.getByPlaceholder(/Cerca/).fill(name)
  // The list is asked again after a pause in typing, and a click before that would be lost.
  await expect(editor.getByText('1-1 di 1')).toBeVisible()
  await editor.getByRole('link', { name, exact: true }).first().click()
  await expect(editor.getByRole('heading', { name })).toBeVisible()
  await formAtRest(editor)
}

/** Autosave waits a second of silence; the state in the header turns, and the draft is kept. */
async function saved(editor: Page): Promise<void> {
  await expect(editor.getByText(/Modificato dopo la release/).first()).toBeVisible()
  await expect(editor.getByText('Salvo...')).toBeHidden()
}
