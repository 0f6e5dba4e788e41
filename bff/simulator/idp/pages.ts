import type { Locale } from '@mosaic/schemas/text'
import { personas } from '../personas.ts'
import type { SimCustomer } from '../population/types.ts'
import { brandMark, initials, page } from './frame.ts'
import { html, type Html } from './html.ts'
import { groups, pageTexts, type GroupId } from './page-texts.ts'
import type { SignInAsked } from './realms.ts'

const path = '/idp'
const resultsShown = 48

/** The page where a visitor chooses who to be: the personas in groups, or what a search has found. */
export function signInPage({ locale, transaction, query, customers }: SignInAsked & { customers: readonly SimCustomer[] }): string {
  const texts = pageTexts[locale]
  const found = query ? search(customers, query, locale) : []
  const card = (customer: SimCustomer, tone: GroupId | 'other') => customerCard(customer, tone, locale)
  const content = query
    ? html`<h2 id="results">${texts.results(Math.min(found.length, resultsShown), found.length)}</h2>
        ${found.length === 0 ? html`<p class="note">${texts.nobody}</p>` : undefined}
        <ul class="cards" aria-labelledby="results">
          ${found.slice(0, resultsShown).map((customer) => card(customer, groupOf(customer)))}
        </ul>
        <p class="note"><a href="${path}/sign-in?transaction=${transaction}&lang=${locale}">${texts.clear}</a></p>`
    : html`${groups.map(
          ({ id }) =>
            html`<section aria-labelledby="group-${id}">
              <h2 id="group-${id}">${texts.groups[id]}</h2>
              <ul class="cards">
                ${customers.filter((customer) => customer.isPersona && groupOf(customer) === id).map((customer) => card(customer, id))}
              </ul>
            </section>`,
        )}
        <p class="note">${texts.others(customers.filter((customer) => !customer.isPersona).length)}</p>`
  const other: Locale = locale === 'it' ? 'en' : 'it'
  return page(
    [`${path}/pages.css`],
    locale,
    texts.title,
    html`<header>
        ${brandMark}
        <a
          class="language"
          lang="${other}"
          hreflang="${other}"
          href="${path}/sign-in?transaction=${transaction}&lang=${other}&q=${encodeURIComponent(query)}"
          >${texts.switchLanguage}</a
        >
      </header>
      <main>
        <h1>${texts.title}</h1>
        <p class="lead">${texts.lead}</p>
        <form class="search" role="search" method="get" action="${path}/sign-in">
          <input type="hidden" name="transaction" value="${transaction}" />
          <input type="hidden" name="lang" value="${locale}" />
          <label for="q">${texts.search}</label>
          <div class="field">
            <input id="q" name="q" type="search" value="${query}" maxlength="80" autocomplete="off" aria-describedby="q-hint" />
            <button type="submit">${texts.find}</button>
          </div>
          <p id="q-hint" class="hint">${texts.searchHint}</p>
        </form>
        <form method="post" action="${path}/sign-in">
          <input type="hidden" name="transaction" value="${transaction}" />
          <input type="hidden" name="lang" value="${locale}" />
          ${content}
        </form>
      </main>`,
  )
}

function customerCard(customer: SimCustomer, tone: GroupId | 'other', locale: Locale): Html {
  return html`<li>
    <button class="card tone-${tone}" type="submit" name="person" value="${customer.id}">
      <span class="avatar" aria-hidden="true">${initials(customer.displayName)}</span>
      <span class="name">${customer.displayName}</span>
      <span class="about">${customer.description[locale]}</span>
      <span class="tags">${tagsOf(customer, locale).map((tag) => html`<span class="tag">${tag}</span>`)}</span>
    </button>
  </li>`
}

function tagsOf(customer: SimCustomer, locale: Locale): string[] {
  const texts = pageTexts[locale]
  const line = customer.lines[0]
  if (!line) return []
  const count = customer.lines.length
  return [texts.tags[line.payment], texts.tags[line.kind], texts.tags[line.device], ...(count > 1 ? [texts.lines(count)] : [])]
}

/** Every word must occur somewhere in what is known of the customer; accents and case do not matter. */
function search(customers: readonly SimCustomer[], query: string, locale: Locale): SimCustomer[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return customers.filter((customer) => {
    const numbers = customer.lines.map((line) => `${line.msisdn} ${line.id}`).join(' ')
    const text = plain([customer.id, customer.displayName, customer.description[locale], ...tagsOf(customer, locale), numbers].join(' '))
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const clusterOf = new Map(personas.map((persona) => [persona.customerId, persona.cluster]))

function groupOf(customer: SimCustomer): GroupId | 'other' {
  const cluster = clusterOf.get(customer.id)
  return groups.find(({ clusters }) => clusters.some((candidate) => candidate === cluster))?.id ?? 'other'
}
