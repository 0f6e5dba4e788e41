import { readFileSync } from 'node:fs'
import type { Locale } from '@mosaic/schemas/text'
import { brandMark, page } from '../idp/frame.ts'
import { html, type Html } from '../idp/html.ts'
import { staffPeople } from '../idp/staff-people.ts'
import type { SimCustomer } from '../population/types.ts'
import { telephonePath as path } from './path.ts'
import { usualNumber, type TelephoneCall, type TelephoneLine } from './telephone.ts'

export const stylesheet = readFileSync(new URL('./telephone.css', import.meta.url), 'utf8')

type TelephonePage = {
  locale: Locale
  customers: readonly SimCustomer[]
  calls: readonly TelephoneCall[]
  line: TelephoneLine | undefined
}

/** Where a visitor plays both ends of a call: who calls, who answers, who hangs up. */
export function telephonePage({ locale, customers, calls, line }: TelephonePage): string {
  const texts = words[locale]
  const other: Locale = locale === 'it' ? 'en' : 'it'
  return page(
    [`/idp/pages.css`, `${path}/telephone.css`],
    locale,
    texts.title,
    html`<header>
        ${brandMark}
        <a class="language" lang="${other}" hreflang="${other}" href="${path}?lang=${other}">${texts.switchLanguage}</a>
      </header>
      <main>
        <h1>${texts.title}</h1>
        <p class="lead">${line ? texts.lead : texts.unconnected}</p>
        <form class="ring" method="post" action="${path}">
          <input type="hidden" name="lang" value="${locale}" />
          <label>
            <span>${texts.caller}</span>
            <select name="line">
              ${customers.flatMap((customer) => callers(customer))}
            </select>
          </label>
          <label>
            <span>${texts.ringsAt}</span>
            <select name="agent">
              <option value="">${texts.anybody}</option>
              ${agents()}
            </select>
          </label>
          <label>
            <span>${texts.dialled}</span>
            <input name="dialled" type="tel" value="${usualNumber}" maxlength="24" autocomplete="off" />
          </label>
          <label class="check"><input name="withheld" type="checkbox" value="yes" /> <span>${texts.withheld}</span></label>
          <button type="submit" name="play" value="ring">${texts.ring}</button>
        </form>
        <h2 id="calls">${texts.calls}</h2>
        ${calls.length === 0 ? html`<p class="note">${texts.none}</p>` : undefined}
        <ul class="calls" aria-labelledby="calls">
          ${calls.map((call) => callItem(call, locale, line))}
        </ul>
      </main>`,
  )
}

function callers({ displayName, lines }: SimCustomer): Html[] {
  const line = lines.find(({ kind }) => kind === 'voice') ?? lines[0]
  return line ? [html`<option value="${line.id}">${displayName} · ${line.msisdn}</option>`] : []
}

function agents(chosen?: string): Html[] {
  return staffPeople
    .filter(({ roles }) => roles.includes('agent'))
    .map(({ id, name }) =>
      id === chosen ? html`<option value="${id}" selected>${name}</option>` : html`<option value="${id}">${name}</option>`,
    )
}

function callItem(call: TelephoneCall, locale: Locale, line: TelephoneLine | undefined): Html {
  const texts = words[locale]
  const who = staffPeople.find(({ id }) => id === call.agent)?.name
  const time = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Rome', timeStyle: 'medium' }).format(call.since)
  return html`<li class="call" data-state="${call.state}">
    <p class="who"><strong>${call.name}</strong> <span>${call.isWithheld ? texts.hidden : call.msisdn}</span></p>
    <p class="state">${texts.states[call.state]} · ${who ?? texts.anybody} · ${time}</p>
    ${call.trouble === undefined ? undefined : html`<p class="trouble" role="status">${texts.trouble(call.trouble)}</p>`}
    ${
      call.state === 'over'
        ? undefined
        : html`<form method="post" action="${path}">
            <input type="hidden" name="lang" value="${locale}" />
            <input type="hidden" name="call" value="${call.id}" />
            ${
              call.state === 'ringing'
                ? html`<label
                      ><span>${texts.answers}</span>
                      <select name="agent">
                        ${agents(call.agent)}
                      </select></label
                    >
                    <button type="submit" name="play" value="answer">${texts.answer}</button>`
                : undefined
            }
            <button type="submit" name="play" value="hangUp" class="quiet">${texts.hangUp}</button>
            ${line && call.state === 'talking' ? html`<a href="${line.url}/care?call=${call.id}" target="_blank" rel="noopener">${texts.desk}</a>` : undefined}
          </form>`
    }
  </li>`
}

const words: Record<Locale, Words> = {
  it: {
    title: 'Il centralino',
    lead: 'Qui fai suonare il telefono dell’assistenza: scegli chi chiama e chi risponde. Il banco lo viene a sapere come da un centralino vero.',
    unconnected: 'Il centralino non è collegato a nessun banco: le chiamate restano qui.',
    caller: 'Chi chiama',
    ringsAt: 'A chi suona',
    anybody: 'A chiunque',
    dialled: 'Numero chiamato',
    withheld: 'Numero nascosto',
    ring: 'Fai suonare',
    calls: 'Chiamate',
    none: 'Nessuna chiamata.',
    hidden: 'numero nascosto',
    answers: 'Risponde',
    answer: 'Rispondi',
    hangUp: 'Riaggancia',
    desk: 'Apri al banco',
    states: { ringing: 'Squilla', talking: 'In conversazione', over: 'Conclusa' },
    trouble: (what) => `Il banco non l’ha saputo (${what}).`,
    switchLanguage: 'English',
  },
  en: {
    title: 'The switchboard',
    lead: 'Here you make the care desk’s telephone ring: choose who calls and who answers. The desk hears of it as from a real switchboard.',
    unconnected: 'The switchboard is connected to no desk: calls stay here.',
    caller: 'Who calls',
    ringsAt: 'Where it rings',
    anybody: 'Anybody',
    dialled: 'Number dialled',
    withheld: 'Number withheld',
    ring: 'Make it ring',
    calls: 'Calls',
    none: 'No calls.',
    hidden: 'number withheld',
    answers: 'Answered by',
    answer: 'Answer',
    hangUp: 'Hang up',
    desk: 'Open at the desk',
    states: { ringing: 'Ringing', talking: 'Talking', over: 'Over' },
    trouble: (what) => `The desk has not heard of it (${what}).`,
    switchLanguage: 'Italiano',
  },
}

type Words = {
  title: string
  lead: string
  unconnected: string
  caller: string
  ringsAt: string
  anybody: string
  dialled: string
  withheld: string
  ring: string
  calls: string
  none: string
  hidden: string
  answers: string
  answer: string
  hangUp: string
  desk: string
  states: Record<TelephoneCall['state'], string>
  trouble(what: string): string
  switchLanguage: string
}
