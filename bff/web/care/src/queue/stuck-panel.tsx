import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { messages as sendMessages } from '../send/messages.ts'
import type { StuckHandOver } from '../send/types.ts'
import { useGiveBack, useStuck, useTakeStuck } from '../send/use-stuck.ts'
import { timeText } from '../ui/format.ts'
import { Panel } from '../ui/panel.tsx'
import { go, places } from '../ui/place.ts'
import { FailedLine } from '../ui/states.tsx'
import { messages } from './messages.ts'

/** As many as one looks over. */
const mostShown = 10

/** Who is stuck in the app and wants to talk about it, whoever led him there: and who helps already. Absent while nobody is. */
export function StuckPanel() {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const { data, isError, refetch } = useStuck()
  const stuck = data ?? []
  if (stuck.length === 0 && !isError) return null
  return (
    <Panel title={texts.stuckTitle}>
      {isError && (
        <FailedLine locale={locale} retry={() => void refetch()}>
          {texts.stuckFailed}
        </FailedLine>
      )}
      <ul className="call-list">
        {stuck.slice(0, mostShown).map((link) => (
          <li key={link.id}>
            <StuckRow link={link} />
          </li>
        ))}
      </ul>
      {stuck.length > mostShown && <p className="desk-muted">{texts.stuckMore(stuck.length - mostShown)}</p>}
    </Panel>
  )
}

function StuckRow({ link }: { link: StuckHandOver }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const sent = useTexts(sendMessages)
  const now = useNow()
  const open = () => go(places.customer(link.customerId))
  const { take, isPending } = useTakeStuck(open)
  const giving = useGiveBack()
  const since = link.events.findLast(({ type }) => type === 'stuck')?.at
  const minutes = since === undefined ? 0 : Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000))
  return (
    <article
      className="call-back"
      data-due={link.takenBy === null ? 'now' : 'later'}
      aria-label={`${link.customerName || link.customerId}, ${link.target}`}
    >
      <p className="call-back-when">
        <strong>{link.takenBy === null ? texts.waitsFor(minutes) : link.isTakenByMe ? sent.taken : sent.takenBy(link.takenBy)}</strong>
        {since !== undefined && <span> · {texts.stuckSince(timeText(since, locale))}</span>}
      </p>
      <p className="call-back-who">
        <strong>{link.customerName || link.customerId}</strong> · {link.target} · {link.code}
      </p>
      <p className="desk-muted">{texts.ledBy(link.agent)}</p>
      {link.note !== null && <p>{sent.said(link.note)}</p>}
      <div className="call-back-next" data-mine={link.isTakenByMe || undefined}>
        {link.takenBy === null && (
          <button type="button" className="action action-soft" aria-disabled={isPending} onClick={() => take(link)}>
            {isPending ? texts.taking : texts.take}
          </button>
        )}
        {link.takenBy !== null && (
          <button type="button" className={link.isTakenByMe ? 'action action-soft' : 'action action-link'} onClick={open}>
            {texts.open}
          </button>
        )}
        {link.isTakenByMe && (
          <button type="button" className="action action-link" aria-disabled={giving.isPending} onClick={() => giving.giveBack(link)}>
            {sent.giveBack}
          </button>
        )}
      </div>
    </article>
  )
}
