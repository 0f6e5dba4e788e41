import type { Receipt } from '../contract.ts'
import type { SmppSettings } from '../settings.ts'
import { openLink, type Link, type Pdu, type Submission } from './library.ts'
import type { SmppLimits } from './limits.ts'
import { receiptOf } from './receipt.ts'

/** One session with the message centre, from being bound to its end. */
export type Session = {
  /** What the centre said; `lost` when it was asked and its answer never came; `unsent` when it was never asked. */
  submit(submission: Submission): Promise<{ status: number; messageId: string } | 'lost' | 'unsent'>
  /** Says good-bye, and ends it whether that is answered or not. */
  close(): Promise<void>
}

/** Why a session was not made, or ended. The message is in our own words, so that what is logged holds nobody's number. */
export class SessionEnd extends Error {
  /** What the centre answered to the sign-in. */
  readonly status: number | undefined

  constructor(reason: string, status?: number) {
    super(reason)
    this.name = 'SessionEnd'
    this.status = status
  }
}

type Options = {
  settings: SmppSettings
  limits: SmppLimits
  /** Gives up while it is being made. */
  signal: AbortSignal
  now: () => Date
  heard(receipt: Receipt): void
  /** Called once, after a session that was made. */
  ended(end: SessionEnd): void
}

const interfaceVersion = 0x34
/** The answer to a command that we do not take (ESME_RINVCMDID). */
const invalidCommand = 3

/** Connects and binds as transceiver. Rejects with a `SessionEnd`. */
export async function openSession({ settings, limits, signal, now, heard, ended }: Options): Promise<Session> {
  const link = openLink(settings)
  const waiting = new Set<(answer: 'lost') => void>()
  let end: SessionEnd | undefined
  let enquiry: NodeJS.Timeout | undefined
  let whenOver = (_end: SessionEnd) => {}

  // After any error the library leaves its socket open and hears nothing more on it: so every end is ours.
  const over = (reason: SessionEnd) => {
    if (end) return
    end = reason
    clearInterval(enquiry)
    link.destroy()
    for (const give of waiting) give('lost')
    whenOver(reason)
  }
  link.on('error', ({ code }) => over(new SessionEnd(code ?? 'a packet that cannot be read')))
  link.on('close', () => over(new SessionEnd('the end of the connection')))
  link.on('pdu', (pdu) => {
    if (!end && !pdu.isResponse()) answerTo(pdu)
  })

  /** Never rejects; the answer is waited for so long and no longer, and a session that ends gives up on it. */
  const ask = (send: (answered: (pdu: Pdu) => void) => boolean, withinMs = limits.answerMs): Promise<Pdu | 'lost' | 'unsent'> => {
    const { promise, resolve } = Promise.withResolvers<Pdu | 'lost' | 'unsent'>()
    if (end || !send(resolve)) return Promise.resolve('unsent')
    const { sequence } = link
    const timer = setTimeout(resolve, withinMs, 'lost')
    waiting.add(resolve)
    return promise.finally(() => {
      clearTimeout(timer)
      waiting.delete(resolve)
      delete link._callbacks[sequence]
    })
  }
  const enquire = async () => {
    const answer = await ask((answered) => link.enquire_link(answered))
    if (answer === 'lost' || answer === 'unsent') over(new SessionEnd('silence'))
  }

  function answerTo(pdu: Pdu): void {
    switch (pdu.command) {
      case 'deliver_sm': {
        link.send(pdu.response())
        const receipt = receiptOf(pdu, now())
        if (receipt) heard(receipt)
        return
      }
      case 'enquire_link':
        link.send(pdu.response())
        return
      case 'unbind':
        // Once it is on its way: what is destroyed sends no more.
        link.send(pdu.response(), () => over(new SessionEnd("the centre's good-bye")))
        return
      default:
        link.send(pdu.response({ command_status: invalidCommand }))
    }
  }

  const giveUp = () => over(new SessionEnd('our good-bye'))
  signal.addEventListener('abort', giveUp)
  try {
    await bind(link, settings, limits.bindMs, ask, (fail) => (whenOver = fail))
    // One packet may hold a welcome and a good-bye.
    if (end) throw end
  } catch (error) {
    over(error as SessionEnd)
    throw error
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  whenOver = ended
  enquiry = setInterval(() => void enquire(), limits.enquireMs)

  return {
    async submit(submission) {
      const answer = await ask((answered) => link.submit_sm(submission, answered))
      if (answer === 'unsent') return answer
      if (answer === 'lost') {
        // Slow with this one, or gone: the next answer tells, and nobody waits for it.
        if (!end) void enquire()
        return answer
      }
      return { status: answer.command_status, messageId: answer.message_id ?? '' }
    },
    async close() {
      await ask((answered) => link.unbind(answered), limits.farewellMs)
      over(new SessionEnd('our good-bye'))
    },
  }
}

type Ask = (send: (answered: (pdu: Pdu) => void) => boolean, withinMs?: number) => Promise<Pdu | 'lost' | 'unsent'>

/** @throws {SessionEnd} */
async function bind(
  link: Link,
  { isTls, user, password }: SmppSettings,
  bindMs: number,
  ask: Ask,
  onEnd: (fail: (end: SessionEnd) => void) => void,
): Promise<void> {
  const began = performance.now()
  const { promise: ended, reject } = Promise.withResolvers<never>()
  onEnd(reject)
  const { promise: connected, resolve } = Promise.withResolvers<void>()
  link.on(isTls ? 'secureConnect' : 'connect', resolve)
  const timer = setTimeout(reject, bindMs, new SessionEnd('no connection in time'))
  await Promise.race([connected, ended]).finally(() => clearTimeout(timer))
  link.socket.setNoDelay(true)
  const request = { system_id: user, password, interface_version: interfaceVersion, system_type: '' }
  const asked = ask((answered) => link.bind_transceiver(request, answered), Math.max(1, bindMs - (performance.now() - began)))
  const answer = await Promise.race([asked, ended])
  if (answer === 'lost' || answer === 'unsent') throw new SessionEnd('no answer to the sign-in')
  if (answer.command_status !== 0) throw new SessionEnd('a refused sign-in', answer.command_status)
}
