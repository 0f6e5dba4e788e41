import type { MouseEvent } from 'react'
import { useDesk, useTexts } from '../desk-context.tsx'
import { go, places } from '../ui/place.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { LinkRow } from './link-row.tsx'
import { messages } from './messages.ts'
import { useMyLinks } from './use-links.ts'

/** As many as one looks over; the others are in the customers' histories. */
const mostShown = 12

/** The agent's links of today: what became of each, in a word and a bar. */
export function MyLinks() {
  const { locale, staff } = useDesk()
  const texts = useTexts(messages)
  const { data, isPending, isError, refetch } = useMyLinks()
  if (!staff.roles.includes('agent')) return null
  return (
    <Panel title={texts.myLinks}>
      {isPending && <Loading locale={locale} />}
      {isError && (
        <FailedLine locale={locale} retry={() => void refetch()}>
          {texts.linksFailed}
        </FailedLine>
      )}
      {data?.length === 0 && <p className="desk-muted">{texts.noLinks}</p>}
      {data && data.length > 0 && (
        <ul className="sent-list">
          {data.slice(0, mostShown).map((link) => {
            const place = places.customer(link.customerId)
            const open = (event: MouseEvent) => {
              event.preventDefault()
              go(place)
            }
            return (
              <LinkRow
                key={link.id}
                link={link}
                whose={link.customerId}
                title={
                  <a href={place} onClick={open}>
                    {link.target}
                  </a>
                }
              />
            )
          })}
        </ul>
      )}
      {data && data.length > mostShown && <p className="desk-muted">{texts.moreLinks(data.length - mostShown)}</p>}
    </Panel>
  )
}
