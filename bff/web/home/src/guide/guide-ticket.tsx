import { useEffect, useRef } from 'react'
import { Icon, Words } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { clockText, dayText } from '../call-back/times.ts'
import { useNow } from '../device.ts'
import type { GuideMark, GuideWalk } from './guide.ts'
import { useTicket } from './use-ticket.ts'

type GuideTicketProps = {
  walk: GuideWalk
  withToken: WithToken
  /** The walk, which is begun where nothing was asked on the way. */
  begin: () => Promise<string | undefined>
  /** Looks how the walk stands. */
  look: () => Promise<unknown>
  onCallBack: () => void
}

/** An end that opens a ticket: what it will say, one tap, and then its number. Whatever comes of it, somebody can call back. */
export function GuideTicket({ walk, withToken, begin, look, onCallBack }: GuideTicketProps) {
  const texts = useMessages()
  const { isSending, problem, open } = useTicket(withToken)
  const { ticket } = walk
  const isOpen = typeof ticket?.id === 'string'
  const said = problem === 'offline' ? texts.guideOffline : problem === 'unknown' ? texts.ticketUnknown : problem
  return (
    <div className="guide-end">
      {isOpen ? <OpenTicket number={ticket.id ?? ''} at={ticket.at} /> : <Sent marks={walk.trail} />}
      {!isOpen && (
        <>
          {!problem && <p className="guide-note">{ticket ? texts.ticketUnconfirmed : texts.ticketNote}</p>}
          <p className="dialog-problem" role="alert">
            {typeof said === 'object' ? <span lang={said.lang}>{said.value}</span> : said}
          </p>
          <button
            type="button"
            className="action action-main action-large"
            aria-busy={isSending || undefined}
            onClick={() => void open(begin, look)}
          >
            {isSending && <span className="spinner" aria-hidden="true" />}
            {ticket || problem === 'unknown' ? texts.ticketAgain : texts.ticketOpen}
          </button>
        </>
      )}
      <p className="visually-hidden" role="status">
        {isSending ? texts.ticketSending : ''}
      </p>
      <button type="button" className="action" aria-haspopup="dialog" onClick={onCallBack}>
        {isOpen ? texts.guideCall : texts.ticketCall}
      </button>
      {isOpen && (
        <details className="guide-said">
          <summary>{texts.ticketSaid}</summary>
          <Marks marks={walk.trail} />
        </details>
      )}
    </div>
  )
}

/** The number, and what happens next. It takes the focus from the button that was tapped. */
function OpenTicket({ number, at }: { number: string; at: string }) {
  const { locale } = useApp()
  const texts = useMessages()
  const now = useNow()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Where it was open already, nothing was tapped.
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  const day = dayText(at, now, { locale, today: texts.callBackToday, tomorrow: texts.callBackTomorrow, isFull: true })
  return (
    <div className="guide-ticket">
      <h3 ref={title} tabIndex={-1}>
        <Icon name="check" />
        <span>{texts.ticketIsOpen(number)}</span>
      </h3>
      <p>{texts.ticketSince(day, clockText(at, locale))}</p>
      <p>{texts.ticketNext}</p>
    </div>
  )
}

/** Before it is sent: all of it, to be looked at. */
function Sent({ marks }: { marks: readonly GuideMark[] }) {
  const texts = useMessages()
  if (marks.length === 0) return undefined
  return (
    <section className="guide-checked" aria-labelledby="guide-sent">
      <h3 id="guide-sent">{texts.ticketContents}</h3>
      <Marks marks={marks} />
    </section>
  )
}

function Marks({ marks }: { marks: readonly GuideMark[] }) {
  const { locale } = useApp()
  return (
    <dl>
      {marks.map(({ step, title, found }) => (
        <div key={step}>
          <dt>
            <Words text={title} locale={locale} />
          </dt>
          <dd>
            <Words text={found} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
