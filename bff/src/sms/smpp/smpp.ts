import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '../../log.ts'
import { createBackOff } from '../../processes/back-off.ts'
import { refusalOf, refused } from '../check-text.ts'
import type { Receipt, Sms, SmsOutcome, Text } from '../contract.ts'
import type { SmppSettings } from '../settings.ts'
import { encodeGsm } from './encode.ts'
import type { Submission } from './library.ts'
import { factoryLimits, type SmppLimits } from './limits.ts'
import { openSession, SessionEnd, type Session } from './session.ts'
import { createTurns } from '../turns.ts'

type Options = { log: Logger; now: () => Date; limits?: SmppLimits }

/** SMPP 3.4, sections 5.1.3: what the centre may say to a text, where it says more than no. */
const statuses = { ok: 0, invalidSource: 0x0a, invalidDestination: 0x0b, queueFull: 0x14, throttled: 0x58 }

/** Texts over SMPP 3.4: one session as transceiver, made anew for as long as it takes when it ends. */
export function createSmppSms(settings: SmppSettings, { log, now, limits = factoryLimits }: Options): Sms {
  const turns = createTurns<Session>({ window: limits.window, queue: limits.queue, patienceMs: limits.patienceMs })
  const backOff = createBackOff(limits.backOff)
  const stop = new AbortController()
  let hear: (receipt: Receipt) => void = () => {}
  let session: Session | undefined

  const heard = (receipt: Receipt) => {
    try {
      hear(receipt)
    } catch (err) {
      log.error({ err }, 'a receipt of a text could not be noted')
    }
  }

  /** One session after the other until `close`. */
  async function stayConnected(): Promise<void> {
    while (!stop.signal.aborted) {
      let stoodMs = 0
      try {
        const { promise: over, resolve } = Promise.withResolvers<SessionEnd>()
        const ended = (end: SessionEnd) => {
          turns.shut()
          resolve(end)
        }
        session = await openSession({ settings, limits, signal: stop.signal, now, heard, ended })
        const began = performance.now()
        log.info('texts: signed in at the message centre')
        turns.open(session)
        const end = await over
        stoodMs = performance.now() - began
        if (!stop.signal.aborted) log.warn({ reason: end.message }, 'texts: the session with the message centre ended')
      } catch (error) {
        const { message: reason, status } = error instanceof SessionEnd ? error : new SessionEnd('a defect')
        const code = status === undefined ? 'SMSC_UNAVAILABLE' : 'SMSC_REFUSED'
        if (!stop.signal.aborted)
          log.warn({ code, reason, ...(status !== undefined && { status }) }, 'texts: no session with the message centre. Check SMS_SMPP_*')
      }
      session = undefined
      await wait(backOff.next(stoodMs), undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
    }
  }
  const connecting = stayConnected()

  async function submit(submission: Submission): Promise<SmsOutcome | 'throttled'> {
    const answer = await turns.take((current) => current.submit(submission))
    if (typeof answer === 'string') return answer === 'lost' ? refused('unknown') : refused(answer === 'unsent' ? 'unavailable' : answer)
    switch (answer.status) {
      case statuses.ok:
        return { status: 'taken', messageId: answer.messageId }
      case statuses.throttled:
      case statuses.queueFull:
        return 'throttled'
      case statuses.invalidDestination:
        return refused('number')
      case statuses.invalidSource:
        return refused('sender')
      default:
        log.warn({ status: answer.status }, 'texts: the message centre refused one')
        return refused('refused')
    }
  }

  return {
    async send(text) {
      const refusal = refusalOf(text)
      if (refusal) return refusal
      const submission = submissionOf(text)
      const first = await submit(submission)
      if (first !== 'throttled') return first
      await wait(limits.throttledMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
      const second = await submit(submission)
      return second === 'throttled' ? refused('throttled') : second
    },
    listen(listener) {
      hear = listener
    },
    async close() {
      stop.abort()
      await turns.close(limits.farewellMs)
      await session?.close()
      await connecting
    },
  }
}

/** Numbers are international (1, ISDN), senders are words (5) or, of digits alone, short codes (3). */
function submissionOf({ from, to, text }: Text): Submission {
  return {
    source_addr: from,
    source_addr_ton: /^\d+$/.test(from) ? 3 : 5,
    source_addr_npi: 0,
    destination_addr: to.slice(1),
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    registered_delivery: 1,
    data_coding: 0,
    short_message: encodeGsm(text),
  }
}
