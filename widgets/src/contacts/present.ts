import type { Store, StoreHours } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type ContactChannel = {
  id: string
  type: string
  label: TextView
  value?: TextView | undefined
  dial?: string | undefined
  hours?: TextView | undefined
  action?: ActionView | undefined
}
export type ContactStore = {
  id: string
  name: string
  addressText: string
  city: string
  postCode?: string | undefined
  hoursText?: string | undefined
  hours: StoreHours[]
  timeZone?: string | undefined
  services: string[]
  phone?: string | undefined
  dial?: string | undefined
  directions?: ActionView | undefined
}
export type ContactStores = { items: ContactStore[]; issueText?: string | undefined }
export type ContactsPayload = { channels: ContactChannel[]; stores?: ContactStores | undefined }

type Input = PresentInput<typeof fields, never, 'stores'>

/** More shops than anybody looks through; a client searches among those it gets. */
const mostStores = 200

export function present(input: Input): Face<ContactsPayload> | LeaveOut {
  const { content, fields: own, format, text } = input
  const channels = own.channels.flatMap(({ type, label: name, value, hours, link }, index): ContactChannel[] => {
    const id = `${content.id}:${index + 1}`
    const label = text(name)
    const written = text(value)
    const action = linkAction(id, link, text)
    if (!label || (!written && !action)) return []
    return [{ id, type, label, value: written, dial: type === 'phone' ? dialable(written?.value) : undefined, hours: text(hours), action }]
  })
  if (channels.length === 0) return { leaveOut: 'NO_CHANNELS' }

  const title = text(own.title) ?? sayText(format.locale, { it: 'Contatti', en: 'Contact us' })
  const summary = spoken(
    ...channels.map(({ label, value, hours }) => [label, value, hours].flatMap((part) => part?.value ?? []).join(', ')),
  )
  return {
    title,
    payload: { channels, stores: own.stores ? storesOf(input) : undefined },
    summary,
    list: {
      items: channels.map(({ id, label, value, hours, action }) => ({
        id,
        primary: label.value,
        secondary: hours?.value,
        value: value?.value,
        action,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** A number as telephones dial it: digits, after a plus where it begins with one; `undefined` when it is none. */
export function dialable(text: string | undefined): string | undefined {
  return text !== undefined && /^\+?[\d\s]{3,24}$/.test(text.trim()) ? text.replaceAll(/\s/g, '') : undefined
}

function storesOf({ data, format: { locale } }: Input): ContactStores {
  if (!data.stores) return { items: [], issueText: say(locale, notNow) }
  return { items: data.stores.slice(0, mostStores).map((store) => storeView(store, locale)) }
}

function storeView({ id, name, street, postCode, city, location, phone, timeZone, hours, services }: Store, locale: Locale): ContactStore {
  return {
    id,
    name,
    addressText: [street, [postCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    city,
    postCode,
    hoursText: hoursText(hours, locale),
    hours,
    timeZone,
    services,
    phone,
    dial: dialable(phone),
    directions: location && directionsTo(id, name, location, locale),
  }
}

/** To a place on a map, by its figures alone: a name could be anything, and stands in no address. */
function directionsTo(id: string, name: string, { latitude, longitude }: NonNullable<Store['location']>, locale: Locale): ActionView {
  const place = `${latitude},${longitude}`
  return {
    __typename: 'OpenLink',
    id: `${id}:directions`,
    label: sayText(locale, { it: 'Come arrivare', en: 'Directions' }),
    accessibilityLabel: say(locale, { it: `Come arrivare: ${name}`, en: `Directions: ${name}` }),
    deepLink: `geo:${place}?q=${place}`,
    webUrl: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
  }
}

/** "lun–ven 09:00–13:00, 15:30–19:30 · sab 09:00–13:00": days that are alike stand together. */
function hoursText(hours: readonly StoreHours[], locale: Locale): string | undefined {
  const days = dayNames[locale].map((name, index) => ({
    name,
    times: hours
      .filter(({ day }) => day === index + 1)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', '),
  }))
  const runs: { from: string; to: string; times: string }[] = []
  for (const { name, times } of days) {
    const last = runs.at(-1)
    if (last?.times === times) last.to = name
    else runs.push({ from: name, to: name, times })
  }
  const open = runs.filter(({ times }) => times !== '')
  if (open.length === 0) return undefined
  return open.map(({ from, to, times }) => `${from === to ? from : `${from}–${to}`} ${times}`).join(' · ')
}

const dayNames: Record<Locale, readonly string[]> = {
  it: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const notNow = {
  it: 'L’elenco dei negozi non è visibile in questo momento. Riprova tra poco.',
  en: 'The list of shops cannot be shown right now. Try again in a moment.',
}
