/** What customers do about their SIM, their appointments and the shops, in a real browser against the whole system. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { address, becomes, signInAsCustomer } from '../../../../testing/people.ts'

test.afterEach(async ({ request }) => {
  await request.delete(`${address('SIMULATOR')}/_simulator/faults/replaceSim`)
})

test('the PUK is shown when it is asked for, hidden after a minute, and gone with the dialog', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Francesca Romano')
  await page.clock.install()
  await page.goto(`${address('BFF')}/surface/lines`)
  const sim = tile(page, 'sim')
  await expect(sim).toBeVisible()
  const html = await page.content()
  await sim.getByRole('button', { name: 'Mostra il PUK' }).click()
  const dialog = page.getByRole('dialog')
  const codes = dialog.getByText(/^\d{8}$/)
  await expect(codes).toHaveCount(2)
  const [puk1 = '', puk2 = ''] = await codes.allTextContents()
  // It was nowhere before, and it is nowhere in what the browser keeps.
  expect(html).not.toContain(puk1)
  expect(await kept(page)).not.toMatch(new RegExp(`${puk1}|${puk2}`))

  await page.clock.fastForward(61_000)
  await expect(codes).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Mostralo di nuovo' }).click()
  await expect(codes.first()).toHaveText(puk1)
  await dialog.getByRole('button', { name: 'Chiudi' }).click()
  await expect(page.getByText(puk1)).toHaveCount(0)

  // Whoever looks at something else for a moment may have somebody beside him when he comes back.
  await sim.getByRole('button', { name: 'Mostra il PUK' }).click()
  await expect(codes.first()).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a new SIM is ordered after its price and what it means are said, and is on its way', async ({ browser, request }) => {
  // Sooner than usual: long enough to be seen on its way, and nobody waits for more.
  await request.put(`${address('SIMULATOR')}/_simulator/faults/replaceSim`, { data: { kind: 'asynchronous', afterMs: 6_000 } })
  const page = await signInAsCustomer(browser, 'Emily Carter')
  await page.goto(`${address('BFF')}/surface/lines`)
  const sim = tile(page, 'sim')
  await sim.getByText('Sostituisci la SIM').click()
  await sim.getByRole('button', { name: /Nuova SIM fisica.*L’ho persa/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/Costa 10,00\s€/)
  await expect(dialog).toContainText('smette di funzionare')
  await accept(page)
  await expect(sim).toContainText('La nuova SIM è in arrivo')
  await expect(sim.getByText('Sostituisci la SIM')).toHaveCount(0)
  await page.goto(`${address('BFF')}/surface/plan`)
  await expect(tile(page, 'orders')).toContainText('Sostituzione della SIM')
  await page.goto(`${address('BFF')}/surface/lines`)
  await becomes(page, sim, 'Attiva')
})

test('an appointment is moved to another free time', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Roberto Gallo')
  await page.goto(`${address('BFF')}/surface/help`)
  const appointment = tile(page, 'appointment').getByRole('listitem').filter({ hasText: 'Visita del tecnico' })
  const before = await appointment.locator('.appointment-when').textContent()
  await appointment.getByText('Sposta', { exact: true }).click()
  const slot = appointment.getByRole('button', { name: /^Sposta a / }).last()
  const [, wanted = ''] = /^Sposta a (.+)$/.exec((await slot.getAttribute('aria-label')) ?? '') ?? []
  await slot.click()
  await expect(page.getByRole('dialog')).toContainText(`Diventa ${wanted}`)
  await accept(page)
  await expect(appointment.locator('.appointment-when')).toHaveText(wanted)
  expect(wanted).not.toBe(before)
})

test('a shop is found by its town and by its postcode, without anybody asking where the customer is', async ({ browser }) => {
  const page = await signInAsCustomer(browser, 'Luca Esposito')
  await page.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = () => {
      throw new Error('nobody is asked where he is')
    }
  })
  await page.goto(`${address('BFF')}/surface/shops`)
  const contacts = tile(page, 'contacts')
  const shops = contacts.locator('.store')
  await expect(shops).toHaveCount(5)
  await contacts.getByRole('searchbox').fill('torino')
  await expect(shops).toHaveCount(3)
  for (const shop of await shops.all()) {
    await expect(shop).toContainText('Torino')
    await expect(shop).toContainText(/Aperto ora|Chiuso ora/)
    await expect(shop).toContainText(/lun/)
    await expect(shop.getByRole('link', { name: /^Come arrivare/ })).toHaveAttribute(
      'href',
      /^https:\/\/www\.openstreetmap\.org\/\?mlat=45\./,
    )
  }
  await contacts.getByRole('searchbox').fill('90133')
  await expect(shops).toHaveCount(3)
  await expect(shops.first()).toContainText('Palermo')
  await contacts.getByRole('searchbox').fill('Atlantide')
  await expect(contacts).toContainText('Nessun negozio corrisponde')
  await contacts.getByRole('searchbox').fill('')
  await contacts.getByRole('button', { name: /^Mostra tutti/ }).click()
  expect(await shops.count()).toBeGreaterThanOrEqual(55)
})

function tile(page: Page, kind: string): Locator {
  return page.locator(`[data-kind="${kind}"]`)
}

/** All that the browser keeps for this site. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error(name))
      })
    const all = (store: IDBObjectStore) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = store.getAll()
        request.onsuccess = () => resolve(request.result as unknown[])
        request.onerror = () => reject(request.error ?? new Error(store.name))
      })
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)]
    for (const { name } of await indexedDB.databases()) {
      const database = await open(name ?? '')
      for (const store of database.objectStoreNames) found.push(await all(database.transaction(store).objectStore(store)))
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        if (new URL(request.url).pathname === '/graphql') found.push(request.url, await response?.text())
      }
    }
    return JSON.stringify(found)
  })
}

async function accept(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button').last().click()
  await expect(dialog).toBeHidden()
}
