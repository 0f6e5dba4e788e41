import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { Dialog } from '../../../home/src/ui/dialog.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { timeText } from '../ui/format.ts'
import { go, places } from '../ui/place.ts'
import { messages } from './messages.ts'
import { NoteForm } from './note-form.tsx'
import type { Contact } from './types.ts'
import { whoOf } from './who.ts'

/** One talk in a line, with what is next: open the customer, go back to him, or say what it was about. */
export function CallRow({ contact }: { contact: Contact }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const [isNoting, setIsNoting] = useState(false)
  const { state, customerId, msisdn, startedAt, endedAt } = contact
  const who = whoOf(contact, texts.unknown)
  const [label, icon] = wordsOf()
  const more = moreOf()
  return (
    <div className="call-row" data-state={state}>
      <Icon name={icon} />
      <p>
        <strong>{label}</strong> {more && <span className="call-more">{more}</span>}
      </p>
      {button()}
      {isNoting && (
        <Dialog title={texts.noteTitle} onClose={() => setIsNoting(false)} hasClose>
          <p className="desk-muted">{texts.over(who)}</p>
          <NoteForm contact={contact} onSaved={() => setIsNoting(false)} />
        </Dialog>
      )}
    </div>
  )

  function wordsOf(): [string, 'voice' | 'clock'] {
    if (state === 'ringing') return [msisdn === null ? texts.ringsHidden : texts.rings(spacedNumber(msisdn)), 'voice']
    if (state === 'closed') return [texts.over(who), 'clock']
    return [contact.channel === 'call' ? texts.inTalk(who) : texts.talk(who), 'voice']
  }

  function moreOf(): string | undefined {
    if (state === 'ringing') return contact.customer?.name ?? customerId ?? (msisdn === null ? undefined : texts.unknown)
    if (state === 'open') return texts.since(timeText(startedAt, locale))
    return endedAt === null ? undefined : texts.until(timeText(endedAt, locale))
  }

  function button() {
    if (state === 'closed')
      return (
        <button type="button" className="action action-soft" aria-haspopup="dialog" onClick={() => setIsNoting(true)}>
          {texts.note}
        </button>
      )
    const place = customerId !== null ? places.customer(customerId) : `${places.waiting}?call=${encodeURIComponent(contact.id)}`
    return (
      <button type="button" className="action action-soft" onClick={() => go(place)}>
        {customerId !== null ? (state === 'open' ? texts.back : texts.openCustomer) : texts.find}
      </button>
    )
  }
}
