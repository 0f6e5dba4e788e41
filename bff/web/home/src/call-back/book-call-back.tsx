import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { createIntents, intentOf } from '../actions/intents.ts'
import { failureOf } from '../api/client.ts'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useFormFactor, useIsOnline, useNow } from '../device.ts'
import { askCallBackTimes, requestCallBack, type Requested } from './call-backs.ts'
import { useDraft } from './draft.ts'
import { TimePicker } from './time-picker.tsx'
import { clockText, dayText, nextAfter } from './times.ts'
import { callBacksKey } from './use-call-backs.ts'

export type BookCallBackProps = {
  /** What it is about, when the customer writes nothing. */
  about?: string | undefined
  /** What he was sent to, and the guide he has walked: whoever calls knows it. */
  handOver?: string | undefined
  run?: string | undefined
  /** What his words are kept under. */
  draft: string
  withToken: WithToken
  onBooked?: () => void
  onClose: () => void
}

/** When somebody calls back: pick a day and a time. What has filled up meanwhile is said together with what is free next; nothing written is lost. */
export function BookCallBack({ about, handOver, run, draft, withToken, onBooked, onClose }: BookCallBackProps) {
  const { locale } = useApp()
  const texts = useMessages()
  const formFactor = useFormFactor()
  const isOnline = useIsOnline()
  const now = useNow()
  const queryClient = useQueryClient()
  const intents = useMemo(() => createIntents(sessionStorage), [])
  const [said, setSaid, forget] = useDraft(draft)
  const [chosen, setChosen] = useState<string>()
  const [phase, setPhase] = useState<'choosing' | 'booking' | 'unknown'>('choosing')
  const [answer, setAnswer] = useState<Requested>()
  const times = useQuery({
    queryKey: ['call-back-times', locale],
    queryFn: ({ signal }) => withToken((accessToken) => askCallBackTimes({ accessToken, locale, formFactor }, signal)),
    // Somebody else may have taken one a second ago.
    staleTime: 0,
    retry: false,
  })
  const free = times.data ?? []
  const isTaken = answer !== undefined && answer.status !== 'booked'
  const next = isTaken && chosen !== undefined ? nextAfter(free, chosen) : []
  const picked = free.find(({ startsAt }) => startsAt === chosen) ?? next[0] ?? free[0]

  const names = { locale, today: texts.callBackToday, tomorrow: texts.callBackTomorrow }
  // "Oggi 10:30, 11:00, Domani 9:00": each day is named once.
  const whenOf = (at: string, before: string | undefined) => {
    const day = dayText(at, now, names)
    return before !== undefined && dayText(before, now, names) === day ? clockText(at, locale) : `${day} ${clockText(at, locale)}`
  }

  const book = async () => {
    if (!picked || phase === 'booking') return
    if (!navigator.onLine) return
    const topic = [about, said.trim()].filter(Boolean).join(': ') || undefined
    const intent = intentOf('requestCallBack', [
      { name: 'startsAt', value: picked.startsAt },
      { name: 'about', value: `${handOver ?? ''} ${run ?? ''} ${topic ?? ''}` },
    ])
    setChosen(picked.startsAt)
    setPhase('booking')
    setAnswer(undefined)
    try {
      const key = intents.keyOf(intent, Date.now())
      const wish = { startsAt: picked.startsAt, topic, handOver, run }
      const answered = await withToken((accessToken) => requestCallBack(wish, key, { accessToken, locale, formFactor }))
      const isDefinite = definite.has(answered.status)
      if (isDefinite) intents.settle(intent, Date.now())
      setPhase(isDefinite ? 'choosing' : 'unknown')
      if (answered.status === 'booked') {
        forget()
        void queryClient.invalidateQueries({ queryKey: callBacksKey })
        onBooked?.()
      } else if (isDefinite) await times.refetch()
      setAnswer(isDefinite ? answered : undefined)
    } catch (error) {
      console.warn('the call-back was not confirmed', failureOf(error))
      setPhase('unknown')
    }
  }

  if (answer?.status === 'booked') {
    const booked = picked && { from: answer.startsAt ?? picked.startsAt, until: picked.endsAt }
    return (
      <>
        <div role="status">
          <p className="call-back-booked">
            <span lang={answer.message.lang}>{answer.message.value}</span>
          </p>
          {booked && (
            <p className="call-back-when">
              {texts.callBackBooked(
                capital(dayText(booked.from, now, { ...names, isFull: true })),
                clockText(booked.from, locale),
                clockText(booked.until, locale),
              )}
            </p>
          )}
        </div>
        <div className="dialog-actions">
          <button type="button" className="action action-main" onClick={onClose}>
            {texts.close}
          </button>
        </div>
      </>
    )
  }
  const problem = !isOnline
    ? texts.callBackOffline
    : times.isError
      ? texts.callBackFailed
      : phase === 'unknown'
        ? texts.callBackUnknown
        : isTaken
          ? [
              answer.message.value,
              answer.status === 'full' &&
                next.length > 0 &&
                texts.callBackNext(next.map(({ startsAt }, n) => whenOf(startsAt, next[n - 1]?.startsAt)).join(', ')),
            ]
              .filter(Boolean)
              .join(' ')
          : undefined
  return (
    <form
      className="call-back"
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <label className="said">
        <span>{handOver ? texts.stuckWhat : texts.callBackAbout}</span>
        <textarea rows={2} maxLength={500} value={said} onChange={(event) => setSaid(event.target.value)} />
      </label>
      {times.isPending && isOnline && (
        <p className="dialog-text" role="status">
          {texts.callBackLooking}
        </p>
      )}
      {times.isSuccess && free.length === 0 && <p className="dialog-text">{texts.callBackNone}</p>}
      {picked && <TimePicker times={free} chosen={picked.startsAt} now={now} onChoose={setChosen} />}
      <p className="dialog-problem" role="alert">
        {problem}
      </p>
      <div className="dialog-actions">
        {times.isError ? (
          <button
            type="button"
            className="action action-main"
            aria-busy={times.isFetching || undefined}
            onClick={() => void times.refetch()}
          >
            {texts.retry}
          </button>
        ) : (
          picked && (
            <button type="submit" className="action action-main" aria-busy={phase === 'booking' || undefined}>
              {phase === 'booking' && <span className="spinner" aria-hidden="true" />}
              {phase === 'unknown' ? texts.retry : texts.callBackBook}
            </button>
          )
        )}
      </div>
    </form>
  )
}

/** Answers after which the wish is settled, one way or the other. */
const definite: ReadonlySet<string> = new Set(['booked', 'full', 'closed'])

/** At the beginning of a sentence. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
