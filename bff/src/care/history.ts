import type { TwoLanguages } from '@mosaic/schemas/rules'
import { pickText, type Locale } from '@mosaic/schemas/text'
import { answer, dismissal } from '../bss/methods/interactions/rest.ts'
import { careContact } from '../bss/methods/record-contact/rest.ts'
import type { Reading } from '../bss/tolerant/reading.ts'
import type { Logger } from '../log.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { contentIn } from './asked.ts'
import type { BackEnd } from './back-end.ts'
import type { Contact, Contacts, Entry, History } from './contract.ts'
import { joined } from './joined.ts'

type Dependencies = { backEnd: BackEnd; contacts: Pick<Contacts, 'ofCustomer'>; engine: Pick<ReleaseEngine, 'get'>; log: Logger }

const fields = ['id', 'reason', 'status', 'description', 'creationDate', 'interactionDate', 'interactionItem', 'note']

/** What there has been between a customer and his operator, from both who write it down, each thing once. */
export function createHistory({ backEnd, contacts, engine, log }: Dependencies): History {
  return {
    async of(brand, customerId, locale, limit) {
      const release = engine.get(brand)
      const query = { 'relatedParty.id': customerId }
      const [told, own] = await Promise.allSettled([
        backEnd.list({ api: 'partyInteraction', path: 'partyInteraction', query, fields }),
        contacts.ofCustomer(brand, customerId, limit),
      ])
      if (own.status === 'rejected') log.error({ err: own.reason }, 'the contacts of a customer cannot be read')
      const known = own.status === 'fulfilled' ? own.value : []
      const ids = new Set(known.map(({ id }) => id))
      const entries = [
        ...known.map((contact) => fromContact(contact, release, locale)),
        // What the desk has written down there itself is known here better.
        ...(told.status === 'fulfilled' ? told.value : [])
          .filter((interaction) => !notesOf(interaction).some(({ id }) => id !== undefined && ids.has(id)))
          .map((interaction) => fromInteraction(interaction, release, locale)),
      ]
      const missing = [told.status === 'rejected' && missingHistory, own.status === 'rejected' && missingContacts].filter(
        (one) => one !== false,
      )
      return [
        ...missing.map(({ id, title }) => ({
          id,
          kind: 'unavailable',
          title: title[locale],
          text: undefined,
          state: undefined,
          at: undefined,
        })),
        ...entries.toSorted((one, other) => (other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0)).slice(0, limit),
      ]
    },
  }
}

const missingHistory = {
  id: 'interactions',
  title: {
    it: 'Il registro dei contatti non risponde: quello che manca è lì',
    en: 'The contact system does not answer: what is missing is there',
  },
}
const missingContacts = {
  id: 'contacts',
  title: { it: 'Le chiamate prese da qui non si possono leggere ora', en: 'The calls taken here cannot be read at the moment' },
}

function fromContact(
  { id, channel, state, reason, text, startedAt }: Contact,
  release: CompiledRelease | undefined,
  locale: Locale,
): Entry {
  // A target, or the agent's own words.
  const about = reason === undefined ? undefined : (titleOf(reason, release, locale) ?? reason)
  return {
    id,
    kind: channel,
    title: about ?? channels[channel][locale],
    text,
    state: contactStates[state][locale],
    at: startedAt,
  }
}

function fromInteraction(interaction: Reading, release: CompiledRelease | undefined, locale: Locale): Entry {
  const reason = interaction.at('reason').text() ?? 'other'
  const kind = [dismissal, answer, careContact].find((known) => known.toLowerCase() === interaction.at('reason').word()) ?? reason
  const at = interaction.at('creationDate').instant() ?? interaction.at('interactionDate', 'startDateTime').instant()
  const items = interaction.at('interactionItem').items().map((item) => item.at('id').text()) // prettier-ignore
  const about = items.flatMap((item) => (item === undefined ? [] : (titleOf(item, release, locale) ?? [])))
  const said = interaction.at('interactionItem').items().flatMap(notesOf).map(({ text }) => text).filter((text) => text !== undefined) // prettier-ignore
  const written = kind === careContact ? notesOf(interaction).map(({ text }) => text).filter((text) => text !== undefined) : [] // prettier-ignore
  return {
    id: interaction.at('id').text() ?? `${reason}:${at ?? ''}`,
    kind,
    title: kind === careContact ? (about[0] ?? reasons[careContact]?.[locale] ?? reason) : (reasons[kind]?.[locale] ?? reason),
    text: joined([...(kind === careContact ? [] : about), ...said, ...written]),
    state: undefined,
    at: at === undefined ? undefined : new Date(at),
  }
}

/** What an id stands for in the release: a target, or a content; absent for what is not published any more. */
function titleOf(id: string, release: CompiledRelease | undefined, locale: Locale): string | undefined {
  if (!release) return undefined
  const target = release.care.targets.get(id)?.target
  return target ? pickText(target.title, locale, release.brand.defaultLocale)?.value : contentIn(release, id)?.name
}

function notesOf(place: Reading): { id: string | undefined; text: string | undefined }[] {
  return place.at('note').items().map((note) => ({ id: note.at('id').text(), text: note.at('text').text() })) // prettier-ignore
}

const reasons: Readonly<Record<string, TwoLanguages>> = {
  [dismissal]: { it: 'Ha chiuso un avviso', en: 'Closed an alert' },
  [answer]: { it: 'Ha risposto a una domanda', en: 'Answered a question' },
  [careContact]: { it: 'Ha parlato con l’assistenza', en: 'Talked with care' },
}

const channels: Record<Contact['channel'], TwoLanguages> = {
  call: { it: 'Ha chiamato', en: 'Called' },
  callBack: { it: 'L’abbiamo richiamato', en: 'Was called back' },
  other: { it: 'Ha parlato con l’assistenza', en: 'Talked with care' },
}

const contactStates: Record<Contact['state'], TwoLanguages> = {
  ringing: { it: 'squilla', en: 'ringing' },
  open: { it: 'in corso', en: 'under way' },
  closed: { it: 'conclusa', en: 'over' },
}
