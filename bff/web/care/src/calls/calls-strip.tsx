import { useEffect, useEffectEvent, useRef } from 'react'
import { useDesk } from '../desk-context.tsx'
import { go, places, usePlace } from '../ui/place.ts'
import { CallRow } from './call-row.tsx'
import { answeredSince, talksOf } from './talks.ts'
import type { Contact } from './types.ts'
import { useContacts } from './use-contacts.ts'

/** On every page: who rings, and the talks that are elsewhere. A call that this agent answers brings its page. */
export function CallsStrip() {
  const { staff } = useDesk()
  const { path, query } = usePlace()
  const { data } = useContacts()
  const before = useRef<readonly Contact[]>(undefined)
  const pop = useEffectEvent((contacts: readonly Contact[]) => {
    const answered = answeredSince(before.current, contacts, staff.id).at(-1)
    before.current = contacts
    if (answered) go(`${places.waiting}?call=${encodeURIComponent(answered.id)}`)
  })
  useEffect(() => {
    if (data) pop(data)
  }, [data])

  const { ringing, open, toNote } = talksOf(data ?? [], staff.id)
  // The waiting page lists them all itself, but who rings is told on every page.
  const isWaiting = path === places.waiting && !query.has('call')
  const isHere = ({ id, customerId }: Contact) => (customerId !== null ? path === places.customer(customerId) : query.get('call') === id)
  const elsewhere = isWaiting ? [] : [...open, ...toNote].filter((contact) => !isHere(contact))
  const rows = [...ringing, ...elsewhere]
  return (
    <div role="status" className="now" hidden={rows.length === 0}>
      {rows.map((contact) => (
        <CallRow key={contact.id} contact={contact} />
      ))}
    </div>
  )
}
