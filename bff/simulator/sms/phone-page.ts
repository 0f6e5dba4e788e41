import { readFileSync } from 'node:fs'
import type { Locale } from '@mosaic/schemas/text'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { html, type Html } from '../idp/html.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { numberOf } from './controls.ts'
import type { SimText, Texts } from './texts.ts'

const stylesheet = readFileSync(new URL('./phone.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('./phone.js', import.meta.url), 'utf8')

/** By which the mobile network knows the telephone: what asks it with this cookie is on this number. */
export const phoneCookie = 'simulator_phone'
const timeZone = 'Europe/Rome'

const words: Record<Locale, Words> = {
  it: {
    title: (who) => `Il telefono di ${who}`,
    messages: 'Messaggi',
    none: 'Nessun messaggio. Quelli che arrivano compaiono qui da soli.',
    from: 'Messaggio di',
    foreign: 'Un numero di un’altra rete',
    hint: 'È il telefono di una persona inventata: tocca un link come farebbe lei.',
  },
  en: {
    title: (who) => `${who}’s phone`,
    messages: 'Messages',
    none: 'No messages. New ones appear here by themselves.',
    from: 'Message from',
    foreign: 'A number of another network',
    hint: 'This is the phone of a made-up person: tap a link as they would.',
  },
}
type Words = { title(who: string): string; messages: string; none: string; from: string; foreign: string; hint: string }

/** The telephones of the customers, each a page: what a person sees of what is sent to him. */
export function phoneRoutes(world: World, texts: Texts): Route[] {
  const asset = (path: string, type: string, text: string): Route => ({
    method: 'GET',
    path,
    handle: () => ({ status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, text }),
  })
  return [
    asset('/phone/assets/phone.css', 'text/css', stylesheet),
    asset('/phone/assets/phone.js', 'text/javascript', script),
    { method: 'GET', path: '/phone/:msisdn', handle: (request) => phone(world, texts, request) },
  ]
}

function phone(world: World, texts: Texts, { params, headers }: SimRequest): Reply {
  const msisdn = numberOf(params.msisdn)
  const customer = world.population().customerByNumber.get(msisdn)
  const locale = (headers['accept-language'] ?? '').trim().toLowerCase().startsWith('en') ? 'en' : (customer?.language ?? 'it')
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      // For the network alone: cookies do not know ports, and no other program of this machine is to get it.
      ...(customer && { 'set-cookie': `${phoneCookie}=${msisdn}; Path=/camara; HttpOnly; SameSite=Lax` }),
    },
    text: page(locale, msisdn, customer, texts.of(msisdn), world.now()),
  }
}

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" // prettier-ignore

function page(locale: Locale, msisdn: string, customer: SimCustomer | undefined, inbox: readonly SimText[], now: Date): string {
  const texts = words[locale]
  const title = customer ? texts.title(customer.displayName) : texts.foreign
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/phone/assets/phone.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/phone/assets/phone.js"></script>
      </head>
      <body>
        <main>
          <div class="bar"><span>${timeOf(now, locale)}</span><span>Aurora</span></div>
          <header>
            <h1>${texts.messages}</h1>
            <p>${title}<br />${grouped(msisdn)}</p>
          </header>
          <section id="inbox" aria-live="polite" aria-label="${texts.messages}">
            ${inbox.length === 0 ? html`<p class="none">${texts.none}</p>` : undefined}
            <ol>
              ${inbox.map(
                (text) =>
                  html`<li>
                    <p class="from">
                      <span class="avatar" aria-hidden="true">${text.from.slice(0, 1)}</span>
                      <span class="visually-hidden">${texts.from}</span>
                      <strong>${text.from}</strong>
                      <time datetime="${text.at.toISOString()}">${timeOf(text.at, locale)}</time>
                    </p>
                    <p class="bubble">${linked(text.text)}</p>
                  </li>`,
              )}
            </ol>
          </section>
          <p class="hint">${texts.hint}</p>
        </main>
      </body>
    </html>`.html
}

/** As telephones do it: what looks like an address can be tapped. Everything else stays text. */
function linked(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return html`${part}`
    return html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
  })
}

function grouped(msisdn: string): string {
  return msisdn.replace(/^(\+39)(\d{3})(\d+)$/, '$1 $2 $3')
}

function timeOf(moment: Date, locale: Locale): string {
  return moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone })
}
