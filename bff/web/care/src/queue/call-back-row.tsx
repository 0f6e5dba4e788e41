import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { useNow } from '../../../home/src/device.ts'
import { useOpenContact } from '../calls/use-contacts.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { messages as sendMessages } from '../send/messages.ts'
import { timeText } from '../ui/format.ts'
import { go, places } from '../ui/place.ts'
import { dueOf } from './due.ts'
import { messages } from './messages.ts'
import type { CallBack } from './types.ts'
import { useClose, useTake } from './use-queue.ts'

/** One customer to call back: when, why, what he has said already, and what is next. */
export function CallBackRow({ callBack, isHere = false }: { callBack: CallBack; /** On his own page. */ isHere?: boolean }) {
  const { locale, say } = useDesk()
  const texts = useTexts(messages)
  const { states } = useTexts(sendMessages)
  const now = useNow()
  const take = useTake()
  const close = useClose()
  const open = useOpenContact()
  const due = dueOf(callBack, now)
  const isMine = callBack.state === 'taken'

  const onTake = () => {
    if (take.isPending) return
    take.mutate(callBack, {
      onSuccess: (taken) => {
        if (!taken) {
          say(texts.takenByOther)
          return
        }
        // What is said in it is noted there; without it the call can be made all the same.
        if (due.kind === 'now' || due.kind === 'late') open.mutate({ customer: callBack.customerId, channel: 'callBack' })
        go(places.customer(callBack.customerId))
      },
      onError: () => say(texts.failedTake, 'critical'),
    })
  }
  const onClose = (state: 'done' | 'unreached') => {
    if (close.isPending) return
    close.mutate(
      { callBack, state },
      {
        onSuccess: (closed) => {
          if (closed) say(state === 'done' ? texts.closedDone : texts.closedUnreached, 'positive')
          else say(texts.notYours)
        },
        onError: () => say(texts.failedClose, 'critical'),
      },
    )
  }

  return (
    <article className="call-back" data-due={due.kind} aria-label={callBack.name || callBack.customerId}>
      <p className="call-back-when">
        {isMine && <strong>{texts.taken} · </strong>}
        <strong>
          {due.kind === 'later'
            ? texts.slot(timeText(callBack.startsAt, locale), timeText(callBack.endsAt, locale))
            : texts[due.kind](due.minutes)}
        </strong>
        {due.kind !== 'later' && <span> · {texts.slot(timeText(callBack.startsAt, locale), timeText(callBack.endsAt, locale))}</span>}
      </p>
      <p className="call-back-who">
        {!isHere && <strong>{callBack.name || callBack.customerId}</strong>} <bdi dir="ltr">{spacedNumber(callBack.msisdn)}</bdi>
      </p>
      <p>{callBack.topic}</p>
      {callBack.handOver && (
        <p className="call-back-link">{texts.link(callBack.handOver.target, states[callBack.handOver.state] ?? callBack.handOver.state)}</p>
      )}
      {callBack.said.length > 0 && (
        <details className="call-back-said">
          <summary>{texts.said}</summary>
          <ul>
            {callBack.said.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="call-back-next" data-mine={isMine || undefined}>
        {!isMine && (
          <button type="button" className="action action-soft" aria-disabled={take.isPending} onClick={onTake}>
            {take.isPending ? texts.taking : texts.take}
          </button>
        )}
        {isMine && (
          <>
            {!isHere && (
              <button type="button" className="action action-soft" onClick={() => go(places.customer(callBack.customerId))}>
                {texts.open}
              </button>
            )}
            <button type="button" className="action action-soft" aria-disabled={close.isPending} onClick={() => onClose('done')}>
              {texts.done}
            </button>
            <button type="button" className="action action-link" aria-disabled={close.isPending} onClick={() => onClose('unreached')}>
              {texts.unreached}
            </button>
          </>
        )}
      </div>
    </article>
  )
}
