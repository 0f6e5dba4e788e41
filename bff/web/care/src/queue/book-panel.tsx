import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { serverCodeOf } from '../../../home/src/api/client.ts'
import { clockText, dayText, daysOf, nextAfter } from '../../../home/src/call-back/times.ts'
import { useNow } from '../../../home/src/device.ts'
import { talksWith } from '../calls/talks.ts'
import { useContacts } from '../calls/use-contacts.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useLinksOf } from '../send/use-links.ts'
import type { CustomerPartProps } from '../slots.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './book-messages.ts'
import { bookWish, type WishedCall } from './book-wish.ts'
import { longestTopic, topicOf } from './topic.ts'
import { useBook, useTimes, type Booking } from './use-booking.ts'

/** Beside the customer: has him called back, by whoever is free then. */
export function BookPanel({ customer, line }: CustomerPartProps) {
  const { staff } = useDesk()
  const texts = useTexts(messages)
  const links = useLinksOf(customer.id)
  const talk = talksWith(useContacts().data ?? [], customer.id, staff.id)[0]
  const [isOpen, setIsOpen] = useState(false)
  const [wished, setWished] = useState<WishedCall>()
  bookWish.useHeard((call) => {
    setWished(call)
    setIsOpen(true)
  })
  const begin = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // Whoever goes by keyboard is where he was before.
    if (wasOpen.current && !isOpen) begin.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  // Without a line there is no number to call.
  if (!staff.roles.includes('agent') || !staff.can.includes('callBacks') || !line) return null
  if (!isOpen)
    return (
      <button ref={begin} type="button" className="action action-soft" onClick={() => setIsOpen(true)}>
        <Icon name="voice" />
        {texts.begin}
      </button>
    )
  return (
    <Panel title={texts.title}>
      <BookForm
        key={`${customer.id} ${wished?.run}`}
        customer={customer.id}
        line={wished?.line ?? line.id}
        run={wished?.run ?? null}
        likely={wished?.topic ?? topicOf(talk, links.data ?? [])}
        onLeave={() => {
          setIsOpen(false)
          setWished(undefined)
        }}
      />
    </Panel>
  )
}

type BookFormProps = {
  customer: string
  line: string
  run: Booking['run']
  /** What it is most likely about. */ likely: string
  onLeave: () => void
}

function BookForm({ customer, line, run, likely, onLeave }: BookFormProps) {
  const { locale, say } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  const now = useNow()
  const times = useTimes()
  const book = useBook()
  const [topic, setTopic] = useState(likely)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const free = (times.data ?? []).filter((time) => time.free > 0)
  const next = chosen === undefined ? [] : nextAfter(free, chosen)
  const picked = free.find(({ startsAt }) => startsAt === chosen) ?? next[0] ?? free[0]
  const days = daysOf(free)
  const day = days.find((each) => each.times.some(({ startsAt }) => startsAt === picked?.startsAt))
  const names = { locale, today: texts.today, tomorrow: texts.tomorrow }
  const inSentence = {
    locale,
    today: texts.today.toLocaleLowerCase(locale),
    tomorrow: texts.tomorrow.toLocaleLowerCase(locale),
    isFull: true,
  }

  const confirm = () => {
    if (!picked || book.isPending) return
    const said = topic.trim()
    setIsIncomplete(said === '')
    if (said === '') return
    setChosen(picked.startsAt)
    book.mutate(
      { customer, line, startsAt: picked.startsAt, topic: said, run },
      {
        onSuccess: ({ callBack }) => {
          if (!callBack) return
          const { startsAt, endsAt } = callBack
          say(texts.booked(dayText(startsAt, now, inSentence), clockText(startsAt, locale), clockText(endsAt, locale)), 'positive')
          onLeave()
        },
      },
    )
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // On the rest of the page the same keys send a link.
    event.preventDefault()
    event.stopPropagation()
    confirm()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- short cuts for the buttons below
    <form className="note" onSubmit={submit} onKeyDown={press}>
      <label className="send-label" htmlFor={`${id}-topic`}>
        {texts.topic}
      </label>
      <input
        id={`${id}-topic`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the agent has just asked for this form
        autoFocus
        className="note-field"
        type="text"
        autoComplete="off"
        maxLength={longestTopic}
        value={topic}
        aria-invalid={isIncomplete || undefined}
        aria-describedby={isIncomplete ? `${id}-wrong` : undefined}
        onChange={({ target }) => {
          setIsIncomplete(false)
          setTopic(target.value)
        }}
      />
      {isIncomplete && (
        <p id={`${id}-wrong`} className="desk-wrong" role="alert">
          {texts.topicNeeded}
        </p>
      )}
      {times.isPending && <Loading locale={locale} lines={2} />}
      {times.isError && (
        <FailedLine locale={locale} retry={() => void times.refetch()}>
          {texts.timesFailed}
        </FailedLine>
      )}
      {times.isSuccess && free.length === 0 && <p className="desk-muted">{texts.none}</p>}
      {picked && day && (
        <div className="call-back-times">
          <label className="desk-field">
            {texts.day}
            <select value={day.id} onChange={({ target }) => setChosen(days.find((each) => each.id === target.value)?.times[0]?.startsAt)}>
              {days.map(({ id: value, times: ofDay }) => (
                <option key={value} value={value}>
                  {dayText(ofDay[0]?.startsAt ?? picked.startsAt, now, { ...names, isFull: true })}
                </option>
              ))}
            </select>
          </label>
          <label className="desk-field">
            {texts.time}
            <select value={picked.startsAt} onChange={({ target }) => setChosen(target.value)}>
              {day.times.map(({ startsAt }) => (
                <option key={startsAt} value={startsAt}>
                  {clockText(startsAt, locale)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <div role="alert">{problem() !== undefined && <p className="desk-failed">{problem()}</p>}</div>
      <div className="call-back-next">
        {picked && (
          <button type="submit" className="action action-soft" aria-disabled={book.isPending} aria-keyshortcuts="Control+Enter">
            {book.isPending ? texts.booking : texts.book}
          </button>
        )}
        <button type="button" className="action action-link" onClick={onLeave}>
          {texts.leave}
        </button>
      </div>
    </form>
  )

  /** What has filled up is said together with what is free next. */
  function problem(): string | undefined {
    if (book.isPending) return undefined
    if (book.isError) return serverCodeOf(book.error) === 'TOO_MANY' ? texts.enough : texts.unknown
    if (!book.data || book.data.callBack) return undefined
    const words = book.data.status === 'full' ? texts.full : book.data.status === 'closed' ? texts.closed : texts.unknown
    const others = nextAfter(free, book.variables.startsAt)
    if (others.length === 0) return words
    const named = others.map(({ startsAt }) => `${dayText(startsAt, now, names)} ${clockText(startsAt, locale)}`)
    return `${words} ${texts.next(named.join(', '))}`
  }
}
