import { Icon } from '@mosaic/widgets/tile'
import { failureOf } from '../../../home/src/api/client.ts'
import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { timeText } from '../ui/format.ts'
import { messages } from './messages.ts'
import { isAlive, maySendAnew, shownState, stationsOf, toneOf, toneOfSending } from './progress.ts'
import type { HandOver } from './types.ts'
import { useRevoke, useSend } from './use-links.ts'
import { useGiveBack, useTakeStuck } from './use-stuck.ts'

type LinkCardProps = {
  link: HandOver
  /** He was never asked about SMS: what he said when this link was sent still holds. */ isConsentNeeded: boolean
  contact: string | undefined
}

/** A link and what becomes of it, while it happens: the code to read out, the way so far, and what can be done. */
export function LinkCard({ link, isConsentNeeded, contact }: LinkCardProps) {
  const { locale, say } = useDesk()
  const texts = useTexts(messages)
  const now = useNow(5_000)
  const shown = shownState(link, now)
  const revoke = useRevoke()
  const send = useSend()
  // Who helps him is no step of his.
  const last = link.events.findLast(({ type }) => type !== 'taken' && type !== 'givenBack')
  const isToOpen = ['issued', 'unsure', 'sent', 'delivered', 'undelivered'].includes(shown)

  const sendAnew = () => {
    if (send.isPending) return
    const { customerId, lineId, targetId, params } = link
    send.mutate(
      {
        customer: customerId,
        line: lineId,
        target: targetId,
        locale: link.locale,
        params: params.map(({ name, value }) => ({ name, value })),
        contact: contact ?? null,
        consent: isConsentNeeded,
        replaces: link.id,
      },
      {
        onSuccess: ({ status, message }) => say(message, toneOfSending(status)),
        onError: (error) => say(failureOf(error) === 'UNREACHABLE' ? texts.unreachable : texts.wrong, 'critical'),
      },
    )
  }
  const takeBack = () => {
    if (revoke.isPending) return
    revoke.mutate(link, { onSuccess: () => say(texts.revoked), onError: () => say(texts.notRevoked, 'critical') })
  }

  return (
    <article className="sent-card" data-tone={toneOf(shown)} aria-label={`${link.target}, ${texts.codeSpoken(link.code)}`}>
      <div className="sent-head">
        <div>
          <p className="sent-state" role="status">
            {texts.states[shown] ?? last?.text ?? shown}
            {last && shown === link.state && <span className="sent-at"> · {timeText(last.at, locale)}</span>}
          </p>
          <h3>{link.target}</h3>
        </div>
        <p className="sent-code">
          <span className="sent-code-label" aria-hidden="true">
            {texts.code}
          </span>
          <span className="visually-hidden">{texts.codeSpoken(link.code)}</span>
          <strong aria-hidden="true">{link.code}</strong>
        </p>
      </div>
      <Way link={link} shown={shown} />
      <Words link={link} shown={shown} contact={contact} />
      <div className="sent-foot">
        {isToOpen && <span className="desk-muted">{texts.until(timeText(link.expiresAt, locale))}</span>}
        {maySendAnew(shown) && (
          <button type="button" className="action action-soft" aria-disabled={send.isPending} onClick={sendAnew}>
            {send.isPending ? texts.sending : texts.sendAnew}
          </button>
        )}
        {isAlive(shown) && (
          <button type="button" className="action action-link" aria-disabled={revoke.isPending} onClick={takeBack}>
            {revoke.isPending ? texts.revoking : texts.revoke}
          </button>
        )}
      </div>
    </article>
  )
}

/** The stations of a link: where it has been, and when. */
export function Way({ link, shown, isSmall = false }: { link: HandOver; shown: string; isSmall?: boolean }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  return (
    <ol className="sent-way" data-small={isSmall || undefined}>
      {stationsOf(link, shown).map(({ name, state, at }) => (
        <li key={name} data-state={state}>
          <span className="sent-dot">
            {state === 'passed' && <Icon name="check" />}
            {state === 'failed' && <Icon name="close" />}
          </span>
          <span className="sent-station">{texts.stations[name]}</span>
          <span className="visually-hidden">: {texts.station[state]}</span>
          {at !== undefined && <time dateTime={at}>{timeText(at, locale)}</time>}
        </li>
      ))}
    </ol>
  )
}

/** Why it stands still, where he is, and his words; from somebody who is stuck, what he wants and a key to take it. */
function Words({ link, shown, contact }: { link: HandOver; shown: string; contact: string | undefined }) {
  const texts = useTexts(messages)
  const { take, isPending } = useTakeStuck()
  const giving = useGiveBack()
  const hint = texts.hints[shown]
  const place = link.events.findLast(({ type }) => type === 'reached')?.text
  const isFailed = shown === 'undelivered' || shown === 'unsent'
  if (shown !== 'stuck')
    return (
      <>
        {isFailed && link.reason !== null && <p className="sent-words">{link.reason}</p>}
        {place !== undefined && isAlive(shown) && <p className="sent-words">{place}</p>}
        {hint !== undefined && <p className="sent-words">{hint}</p>}
      </>
    )
  return (
    <div className="sent-stuck">
      <p>{link.wants === 'callBack' ? texts.stuckCallBack : texts.stuckConnect}</p>
      {place !== undefined && <p>{place}</p>}
      {link.note !== null && <p className="sent-note">{texts.said(link.note)}</p>}
      {link.takenBy !== null && <p>{link.isTakenByMe ? texts.taken : texts.takenBy(link.takenBy)}</p>}
      {link.wants !== 'callBack' && link.takenBy === null && (
        <button type="button" className="action action-main" aria-disabled={isPending} onClick={() => take(link, contact)}>
          {texts.take}
        </button>
      )}
      {link.isTakenByMe && (
        <button type="button" className="action action-main" aria-disabled={giving.isPending} onClick={() => giving.giveBack(link)}>
          {texts.giveBack}
        </button>
      )}
    </div>
  )
}
