import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { timeText } from '../ui/format.ts'
import { go, places } from '../ui/place.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { Way } from './link-card.tsx'
import { messages } from './messages.ts'
import { shownState, toneOf } from './progress.ts'
import { useMyLinks } from './use-links.ts'

/** As many as one looks over; the others are in the customers' histories. */
const mostShown = 12

/** The agent's links of today: what became of each, in a word and a bar. */
export function MyLinks() {
  const { locale, staff } = useDesk()
  const texts = useTexts(messages)
  const now = useNow(5_000)
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
            const shown = shownState(link, now)
            return (
              <li key={link.id} data-tone={toneOf(shown)}>
                <a
                  href={places.customer(link.customerId)}
                  onClick={(event) => {
                    event.preventDefault()
                    go(places.customer(link.customerId))
                  }}
                >
                  {link.target}
                </a>
                <span className="sent-row-code">{link.code}</span>
                <span className="sent-row-state">
                  {texts.states[shown] ?? shown} · {timeText(link.events.at(-1)?.at ?? link.issuedAt, locale)}
                </span>
                <span className="desk-muted">{link.customerId}</span>
                <Way link={link} shown={shown} isSmall />
              </li>
            )
          })}
        </ul>
      )}
      {data && data.length > mostShown && <p className="desk-muted">{texts.moreLinks(data.length - mostShown)}</p>}
    </Panel>
  )
}
