import { talkWith } from '../calls/talks.ts'
import { useContacts } from '../calls/use-contacts.ts'
import type { CustomerPartProps } from '../slots.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useNow } from '../../../home/src/device.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine } from '../ui/states.tsx'
import { Composer } from './composer.tsx'
import { LinkCard } from './link-card.tsx'
import { messages } from './messages.ts'
import { isAlive, shownState } from './progress.ts'
import { useLinksOf } from './use-links.ts'

/** The right pane: what is under way with this customer, and where to take him next. */
export function SendPane({ customer, line }: CustomerPartProps) {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  const now = useNow(5_000)
  const links = useLinksOf(customer.id)
  const contact = talkWith(useContacts().data ?? [], customer.id, staff.id)?.id
  if (!staff.roles.includes('agent')) return null
  // The newest stays in sight when it is over: how it ended is what one wants to know.
  const shown = (links.data ?? []).filter((link, index) => isAlive(shownState(link, now)) || (index === 0 && isFresh(link.issuedAt, now)))
  return (
    <>
      {links.isError && (
        <FailedLine locale={locale} retry={() => void links.refetch()}>
          {texts.linksFailed}
        </FailedLine>
      )}
      {shown.length > 0 && (
        <section className="sent-cards" aria-label={texts.cards}>
          {shown.map((link) => (
            <LinkCard key={link.id} link={link} isConsentNeeded={customer.mayBeTexted === null} contact={contact} />
          ))}
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
