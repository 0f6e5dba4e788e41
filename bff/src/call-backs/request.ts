import type { TwoLanguages } from '@mosaic/schemas/rules'
import { pickText } from '@mosaic/schemas/text'
import type { TextView } from '@mosaic/widgets'
import { badInput, checkId, checkKey } from '../actions/inputs.ts'
import type { Bss } from '../bss/bss.ts'
import { ClientError } from '../client-error.ts'
import type { HandOver, HandOvers } from '../hand-over/contract.ts'
import { createAnswers } from '../home/answers.ts'
import { identify } from '../home/identify.ts'
import type { Visit } from '../home/visit.ts'
import type { Session } from '../identity/session.ts'
import type { MyRequest } from '../me/my-answer.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import type { CallBack, CallBacks } from './contract.ts'
import { numberToCall } from './number.ts'

/** What a customer has found out and said in a guide, in words; none for a walk that is not his. */
export type SaidInRun = (session: Session, run: string) => Promise<{ guideId: string; said: readonly string[] } | undefined>

export type CallBackWish = {
  startsAt: string
  topic?: string | null | undefined
  lineId?: string | null | undefined
  handOver?: string | null | undefined
  run?: string | null | undefined
  idempotencyKey: string
}
/** `status`: booked, full, closed. */
export type RequestedCallBack = { status: string; message: TextView; startsAt: Date | undefined }

type Dependencies = {
  engine: Pick<ReleaseEngine, 'get'>
  bss: Bss
  care: { handOvers: HandOvers; callBacks: CallBacks; saidInRun?: SaidInRun | undefined }
}

/** Signs of what it is about: the place he comes from, and what the app lets him write. */
const longestTopic = 600
const mostSaid = 30
const longestSaid = 300
/** How long his number is waited for, in milliseconds. */
const patienceMs = 3_000

export const enoughCalls: TwoLanguages = {
  it: 'Per quel giorno hai già altre richiamate in programma: scegli un altro giorno.',
  en: 'You have other calls booked for that day: choose another one.',
}

const words = {
  booked: {
    it: 'Fatto: ti richiamiamo noi. Chi ti chiama sa già che cosa ci hai detto.',
    en: 'Done: we will call you. Whoever calls knows what you have told us already.',
  },
  full: { it: 'Questo orario è appena stato preso: scegline un altro.', en: 'This time has just been taken: choose another one.' },
  closed: {
    it: 'A quest’ora non possiamo richiamarti: scegli un altro orario.',
    en: 'We cannot call you at this time: choose another one.',
  },
  enough: enoughCalls,
} satisfies Record<string, TwoLanguages>

/**
 * Has the operator call the customer, with all that is known already. The same key is the same booking, so that whoever got no answer asks again with it.
 * @throws {ClientError} BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED; BACKEND_UNAVAILABLE, STORE_UNAVAILABLE: ask again with the same key
 */
export async function requestCallBack(
  { engine, bss, care }: Dependencies,
  request: Omit<MyRequest, 'line'>,
  wish: CallBackWish,
): Promise<RequestedCallBack> {
  checkWish(wish)
  const startsAt = new Date(wish.startsAt)
  const { session } = request
  const handOver = wish.handOver ? await ownHandOver(care.handOvers, session, wish.handOver) : undefined
  const run = wish.run ? await ownRun(care.saidInRun, session, wish.run) : undefined
  const visit = identify(engine, { ...request, line: wish.lineId ?? handOver?.lineId })
  const say = (status: keyof typeof words, at?: Date): RequestedCallBack => ({
    status: status === 'enough' ? 'closed' : status,
    message: { value: words[status][visit.locale], lang: visit.locale },
    startsAt: at,
  })
  const msisdn = handOver?.msisdn ?? (await numberOf(bss, visit))
  try {
    const booked = await care.callBacks.book(wish.idempotencyKey, {
      brand: session.brand,
      customerId: session.customerId,
      lineId: visit.lineId,
      msisdn,
      topic: wish.topic?.trim() || titleOf(visit, handOver) || '',
      context: contextOf(handOver, run),
      startsAt,
      endsAt: startsAt,
    })
    return booked.status === 'booked' ? say('booked', booked.callBack.startsAt) : say(booked.status)
  } catch (error) {
    if (error instanceof ClientError && error.code === 'TOO_MANY') return say('enough')
    throw error
  }
}

function checkWish({ startsAt, topic, lineId, handOver, run, idempotencyKey }: CallBackWish): void {
  checkKey(idempotencyKey)
  for (const [name, id] of Object.entries({ lineId, handOver, run })) if (id) checkId(name, id)
  if (Number.isNaN(Date.parse(startsAt))) throw badInput('startsAt', 'one of `callBackTimes`', 'another text')
  if ((topic?.length ?? 0) > longestTopic) throw badInput('topic', `at most ${longestTopic} characters`, `${topic?.length}`)
}

/** Somebody else’s and none are the same answer. */
async function ownHandOver(handOvers: HandOvers, { brand, customerId, lines }: Session, id: string): Promise<HandOver> {
  const found = await handOvers.get(id)
  if (found?.brand === brand && found.customerId === customerId && lines.includes(found.lineId)) return found
  throw badInput('handOver', 'one of the customer’s own hand-overs', 'another')
}

async function ownRun(saidInRun: SaidInRun | undefined, session: Session, id: string) {
  const found = await saidInRun?.(session, id)
  if (found) return found
  throw badInput('run', 'one of the customer’s own walks through a guide', 'another')
}

async function numberOf(bss: Bss, { scope, lineId }: Visit): Promise<string> {
  const { lines } = await createAnswers(bss, scope).outcomes(['lines'], patienceMs)
  const known = lines?.status === 'ok' ? lines.value : []
  const found = numberToCall(known, lineId)
  if (found !== undefined) return found
  const fault = { expected: 'his number from the product inventory', got: 'none', fix: 'Ask again with the same key in a moment' }
  throw new ClientError('BACKEND_UNAVAILABLE', 'It is not known where to call', fault)
}

function titleOf({ release, locale }: Visit, handOver: HandOver | undefined): string | undefined {
  const target = handOver && release.care.targets.get(handOver.targetId)?.target
  return target && pickText(target.title, locale, release.brand.defaultLocale)?.value
}

/** What whoever calls is to know already. Pure. */
export function contextOf(handOver: HandOver | undefined, run: Awaited<ReturnType<SaidInRun>>): CallBack['context'] {
  const notes = (handOver?.events ?? []).flatMap((event) => (event.type === 'stuck' && event.note ? [event.note] : []))
  const said = [...(run?.said ?? []), ...notes].slice(-mostSaid).map((text) => text.slice(0, longestSaid))
  return { ...(handOver && { handOverId: handOver.id }), ...(run && { guideId: run.guideId }), ...(said.length > 0 && { said }) }
}
