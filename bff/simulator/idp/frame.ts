import { readFileSync } from 'node:fs'
import type { Locale } from '@mosaic/schemas/text'
import { html, type Html } from './html.ts'

export const stylesheet = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')

/** A page that only says something. @param path of the provider it is from */
export function messagePage(path: string, locale: Locale, title: string, message: string): string {
  return page(
    [`${path}/pages.css`],
    locale,
    title,
    html`<header>${brandMark}</header>
      <main class="message">
        <h1>${title}</h1>
        <p class="lead">${message}</p>
      </main>`,
  )
}

export const brandMark = html`<p class="brand"><span class="mark" aria-hidden="true"></span>Aurora Mobile</p>`

/** What every page stands in. @param stylesheets their addresses */
export function page(stylesheets: readonly string[], locale: Locale, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${stylesheets.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
        <link rel="icon" href="data:," />
      </head>
      <body>
        ${body}
      </body>
    </html>`.html
}

export function initials(name: string): string {
  const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word))
  return `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`
}
