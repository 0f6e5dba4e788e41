import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personas } from '../personas.ts'
import { startSimulator, type Simulator } from '../start.ts'
import { createAuthorization, createBrowser } from '../testing/browser.ts'
import { html } from './html.ts'
import { pageTexts } from './page-texts.ts'

describe('the sign-in page', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
  })
  afterAll(() => simulator.close())

  const open = async (changes: Record<string, string> = {}, query = '') => {
    const browser = createBrowser({ 'accept-language': 'en-GB,en;q=0.9' })
    const { location } = await browser.visit(simulator.url + createAuthorization(changes).path)
    return browser.visit(`${simulator.url}${location}${query}`)
  }
  const chosen = (text: string) => [...text.matchAll(/<button[^>]*value="(C-\d+)"/g)].map((match) => match[1])

  test('offers every persona once, with a sentence in the wanted language', async () => {
    for (const [ui, locale] of [
      ['it', 'it'],
      ['en', 'en'],
      ['fr en', 'en'],
    ] as const) {
      const { text, status } = await open({ ui_locales: ui })
      expect(status).toBe(200)
      expect(text).toContain(`<html lang="${locale}">`)
      expect(chosen(text)).toHaveLength(personas.length)
      expect(new Set(chosen(text))).toEqual(new Set(personas.map(({ customerId }) => customerId)))
      for (const { description } of personas) expect(text).toContain(html`${description[locale]}`.html)
      for (const title of Object.values(pageTexts[locale].groups)) expect(text).toContain(title)
    }
    expect((await open()).text).toContain('<html lang="en">')
  })

  test('finds customers by name, id, number and trait, whatever the accents and the case', async () => {
    expect(chosen((await open({}, '&q=MARCO+ferrarì')).text)).toContain('C-0001')
    expect(chosen((await open({}, '&q=c-0042')).text)).toEqual(['C-0042'])
    const number = simulator.customers[41]?.lines[0]?.msisdn ?? ''
    expect(chosen((await open({}, `&q=${encodeURIComponent(number)}`)).text)).toEqual(['C-0042'])
    const tablets = await open({ ui_locales: 'en' }, '&q=hybrid+tablet+suspended')
    expect(chosen(tablets.text)).toHaveLength(48)
    expect(tablets.text).toMatch(/48 of \d+ customers found/)
    const none = await open({ ui_locales: 'en' }, '&q=zzz')
    expect(none.text).toContain('No customer found')
    expect(chosen(none.text)).toEqual([])
    expect(chosen((await open({ login_hint: 'C-0007' })).text)).toEqual(['C-0007'])
  })

  test('shows what was searched for as text, never as markup', async () => {
    const { text } = await open({}, `&q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).not.toContain('<script')
    expect(text).toContain('&quot;&gt;&lt;script&gt;')
  })

  test('may run no script, be in no frame and be kept nowhere', async () => {
    const { headers, text } = await open()
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(text).not.toMatch(/<script|style="|onclick/)
    const css = await fetch(`${simulator.url}/idp/pages.css`)
    expect(css.headers.get('content-type')).toContain('text/css')
  })

  test('says in words when it has expired', async () => {
    const { status, text } = await createBrowser().visit(`${simulator.url}/idp/sign-in?transaction=gone&lang=it`)
    expect(status).toBe(400)
    expect(text).toContain('Questa pagina è scaduta')
  })
})

test('the html tag escapes what it is given, and not what it made', () => {
  const inner = html`<b>${'<i>'}</b>`
  expect(html`<p title="${'"&\''}">${inner}${[inner, inner]}${3}${undefined}</p>`.html).toBe(
    '<p title="&quot;&amp;&#39;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b>3</p>',
  )
})
