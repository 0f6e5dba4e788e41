import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { sayText, spoken } from '../say.ts'
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
export type ContactsPayload = { channels: ContactChannel[] }

export function present(input: PresentInput<typeof fields, never>): Face<ContactsPayload> | LeaveOut {
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
    payload: { channels },
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
