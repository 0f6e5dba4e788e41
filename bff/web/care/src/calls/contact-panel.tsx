import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useLinksOf } from '../send/use-links.ts'
import type { CustomerPartProps } from '../slots.ts'
import { timeText } from '../ui/format.ts'
import { messages } from './messages.ts'
import { NoteForm } from './note-form.tsx'
import { talksOf, talksWith } from './talks.ts'
import type { Contact } from './types.ts'
import { useContacts, useNoteContact, useOpenContact } from './use-contacts.ts'

/** The talks with this customer: since when, and what it is about. When it is over it asks; where there is none it can be opened. */
export function ContactPanel({ customer }: CustomerPartProps) {
  const { staff } = useDesk()
  const texts = useTexts(messages)
  const contacts = useContacts().data
  const open = useOpenContact()
  if (!staff.roles.includes('agent') || !contacts) return null
  const talks = talksWith(contacts, customer.id, staff.id)
  if (talks.length > 0) return talks.map((talk) => <Talk key={talk.id} talk={talk} customer={customer.id} />)
  const stranger = talksOf(contacts, staff.id).open.find((contact) => contact.customerId === null)
  if (stranger) return <IsThisHim talk={stranger} customer={customer} />
  return (
    <button
      type="button"
      className="action action-soft"
      aria-disabled={open.isPending}
      onClick={() => !open.isPending && open.mutate({ customer: customer.id, channel: 'other' })}
    >
      <Icon name="plus" />
      {texts.begin}
    </button>
  )
}

function Talk({ talk, customer }: { talk: Contact; customer: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const links = useLinksOf(customer)
  const [isNoting, setIsNoting] = useState(false)
  const isOver = talk.state === 'closed'
  // Sent in this talk.
  const likely = links.data?.find(({ issuedAt }) => issuedAt >= talk.startedAt)?.target
  const isCall = talk.channel === 'call'
  return (
    <section className="talk" data-over={isOver || undefined} aria-label={texts.title}>
      <div className="talk-head" role="status">
        <Icon name="voice" />
        <p>
          <strong>
            {isOver ? texts.noteTitle : isCall ? texts.inTalk(talk.customer?.name ?? '') : texts.talk(talk.customer?.name ?? '')}
          </strong>
          <span className="talk-when">
            {talk.msisdn !== null && (
              <>
                <bdi dir="ltr">{spacedNumber(talk.msisdn)}</bdi> ·{' '}
              </>
            )}
            {isOver && talk.endedAt !== null ? texts.until(timeText(talk.endedAt, locale)) : texts.since(timeText(talk.startedAt, locale))}
          </span>
        </p>
        {!isOver && (
          <button type="button" className="desk-link" aria-expanded={isNoting} onClick={() => setIsNoting(!isNoting)}>
            {texts.note}
          </button>
        )}
      </div>
      {(isOver || isNoting) && <NoteForm contact={talk} likely={likely} isAsking={isOver} onSaved={() => setIsNoting(false)} />}
    </section>
  )
}

/** A call from a number that is nobody's: the agent has asked who it is, and says so. */
function IsThisHim({ talk, customer }: { talk: Contact; customer: CustomerPartProps['customer'] }) {
  const { say } = useDesk()
  const texts = useTexts(messages)
  const note = useNoteContact()
  const connect = () => {
    if (!note.isPending) note.mutate({ id: talk.id, customer: customer.id }, { onError: () => say(texts.notSaved, 'critical') })
  }
  return (
    <section className="talk" aria-label={texts.title}>
      <p>{texts.isThisHim(talk.msisdn === null ? texts.unknown : spacedNumber(talk.msisdn), customer.name)}</p>
      <button type="button" className="action action-main" aria-disabled={note.isPending} onClick={connect}>
        {texts.yesIt}
      </button>
    </section>
  )
}
