import type { Locale } from '@mosaic/schemas/text'
import { brandMark, initials, page } from './frame.ts'
import { html, type Html } from './html.ts'
import type { SignInAsked } from './realms.ts'
import { staffPeople, type StaffPerson } from './staff-people.ts'

const path = '/staff'

/** The page where a visitor chooses whom of the operator's people to be. */
export function staffSignInPage({ locale, transaction }: SignInAsked): string {
  const texts = staffTexts[locale]
  const other: Locale = locale === 'it' ? 'en' : 'it'
  return page(
    [`${path}/pages.css`],
    locale,
    texts.title,
    html`<header>
        ${brandMark}
        <a class="language" lang="${other}" hreflang="${other}" href="${path}/sign-in?transaction=${transaction}&lang=${other}"
          >${texts.switchLanguage}</a
        >
      </header>
      <main>
        <h1>${texts.title}</h1>
        <p class="lead">${texts.lead}</p>
        <form method="post" action="${path}/sign-in">
          <input type="hidden" name="transaction" value="${transaction}" />
          <input type="hidden" name="lang" value="${locale}" />
          <h2 id="people">${texts.people}</h2>
          <ul class="cards" aria-labelledby="people">
            ${staffPeople.map((person) => card(person, locale))}
          </ul>
        </form>
      </main>`,
  )
}

function card({ id, name, roles, about }: StaffPerson, locale: Locale): Html {
  const texts = staffTexts[locale]
  const tags = roles.length === 0 ? [texts.noRole] : roles.map((role) => texts.roles[role])
  return html`<li>
    <button class="card tone-${roles.length === 0 ? 'other' : 'business'}" type="submit" name="person" value="${id}">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <span class="name">${name}</span>
      <span class="about">${about[locale]}</span>
      <span class="tags">${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>
    </button>
  </li>`
}

const staffTexts: Record<Locale, StaffTexts> = {
  it: {
    title: 'Entra con il tuo account aziendale',
    lead: 'È una dimostrazione: scegli chi vuoi essere al banco dell’assistenza. Nessuna password, nessuna persona vera.',
    people: 'Le persone dell’assistenza',
    roles: { agent: 'Agente', supervisor: 'Supervisore' },
    noRole: 'Nessun ruolo',
    switchLanguage: 'English',
  },
  en: {
    title: 'Sign in with your work account',
    lead: 'This is a demonstration: choose who you want to be at the care desk. No password, no real people.',
    people: 'The people of the care desk',
    roles: { agent: 'Agent', supervisor: 'Supervisor' },
    noRole: 'No role',
    switchLanguage: 'Italiano',
  },
}

type StaffTexts = {
  title: string
  lead: string
  people: string
  roles: Record<StaffPerson['roles'][number], string>
  noRole: string
  switchLanguage: string
}
