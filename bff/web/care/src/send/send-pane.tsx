import { useState } from 'react'
import { talksWith } from '../calls/talks.ts'
import { useContacts } from '../calls/use-contacts.ts'
import type { CustomerPartProps } from '../slots.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useNow } from '../../../home/src/device.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine } from '../ui/states.tsx'
import { Composer } from './composer.tsx'
import { LinkCard } from './link-card.tsx'
import { LinkRow } from './link-row.tsx'
import { messages } from './messages.ts'
import { isAlive, shownState } from './progress.ts'
import type { HandOver } from './types.ts'
import { useLinksOf } from './use-links.ts'

/** The right pane: what is under way with this customer, and where to take him next. */
export function SendPane({ customer, line }: CustomerPartProps) {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  const now = useNow(5_000)
  const links = useLinksOf(customer.id)
  const contact = talksWith(useContacts().data ?? [], customer.id, staff.id)[0]?.id
  const [opened, setOpened] = useState<string>()
  if (!staff.roles.includes('agent')) return null
  // The newest stays in sight when it is over: how it ended is what one wants to know.
  const shown = (links.data ?? []).filter((link, index) => isAlive(shownState(link, now)) || (index === 0 && isFresh(link.issuedAt, now)))
  // The newest and whoever is stuck; the others are a key away, or they would push the next one out of sight.
  const isCard = (link: HandOver) => link === shown[0] || link.id === opened || shownState(link, now) === 'stuck'
  const [cards, rows] = [shown.filter(isCard), shown.filter((link) => !isCard(link))]
  return (
    <>
      {links.isError && (
        <FailedLine locale={locale} retry={() => void links.refetch()}>
          {texts.linksFailed}
        </FailedLine>
      )}
      {shown.length > 0 && (
        <section className="sent-cards" aria-label={texts.cards}>
          {cards.map((link) => (
            <LinkCard key={link.id} link={link} isConsentNeeded={customer.mayBeTexted === null} contact={contact} />
          ))}
          {rows.length > 0 && (
            <ul className="sent-list sent-others" aria-label={texts.others}>
              {rows.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  title={
                    <button type="button" className="desk-link" onClick={() => setOpened(link.id)}>
                      {link.target}
                    </button>
                  }
                />
              ))}
            </ul>
          )}
        </section>
      )}
      {line ? (
        <Composer customer={customer} line={line} contact={contact} />
      ) : (
        <Panel title={texts.title}>
          <p className="desk-muted">{texts.noLine}</p>
        </Panel>
      )}
    </>
  )
}

/** Of this talk, most likely. In milliseconds. */
const freshMs = 60 * 60_000

function isFresh(at: string, now: Date): boolean {
  return now.getTime() - new Date(at).getTime() < freshMs
}
