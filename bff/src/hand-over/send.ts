import { fillSms, sizeOfTemplate } from '@mosaic/schemas/sms'
import { pickText, type Locale } from '@mosaic/schemas/text'
import type { Person, PersonLine } from '../care/contract.ts'
import { ClientError } from '../client-error.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { Sms } from '../sms/contract.ts'
import type { HandOver, HandOvers, Sender, TargetParams } from './contract.ts'
import { linkOf, originOf } from './links.ts'
import type { Destination } from './place.ts'

type SendDependencies = { handOvers: HandOvers; sms: Pick<Sms, 'send'>; linkOrigin: string | undefined }

export type Sending = {
  release: Pick<CompiledRelease, 'brand'>
  person: Person
  line: PersonLine
  target: Destination
  params: TargetParams
  locale: Locale
  sender: Sender
  contactId: string | undefined
  cluster: string | undefined
  /** The sender's own for this one: the same key never sends twice. */
  key: string
  /** He has agreed to this SMS just now: counts where he was never asked before. */
  isAgreed: boolean
}

/**
 * `sent`: the network took it · `pending`: perhaps it did, nobody knows · `refused`: it did not, or the text is no SMS · `noSms`: nothing to send it with,
 * it waits in the app · `noConsent`, `tooMany`: there is no hand-over.
 */
export type SendStatus = 'sent' | 'pending' | 'refused' | 'noSms' | 'noConsent' | 'tooMany'
/** `reason`: the network's or ours, as it stands in the hand-over. */
export type Sent = { status: SendStatus; reason?: string; handOver?: HandOver }

const usualMinutes = 15

/** Makes a hand-over and sends its link. The token goes into the SMS and nowhere else: it can never be sent again. */
export async function sendHandOver({ handOvers, sms, linkOrigin }: SendDependencies, sending: Sending): Promise<Sent> {
  const { release, person, line, target, locale, isAgreed } = sending
  if (!mayText(person, isAgreed)) return { status: 'noConsent' }
  const origin = originOf(release, linkOrigin)
  const template = pickText(target.sms, locale, release.brand.defaultLocale)
  const from = release.brand.care?.smsSender
  const hasWay = origin !== undefined && from !== undefined && template !== undefined
  if (hasWay && !sizeOfTemplate(template.value, origin).isOneSegment) return { status: 'refused', reason: 'text' }

  const issued = await issue(handOvers, sending)
  if (!issued) return { status: 'tooMany' }
  const { handOver, token } = issued
  if (token === undefined) return statusOf(handOver)
  if (!hasWay) return unsent(handOvers, handOver, 'notConfigured')
  const text = fillSms(template.value, { link: linkOf(origin, token), code: handOver.code })
  const outcome = await sms.send({ id: handOver.id, from, to: line.msisdn, text })
  if (outcome.status === 'refused') return unsent(handOvers, handOver, outcome.reason)
  await handOvers.note(handOver.id, { type: 'sent', messageId: outcome.messageId })
  return again(handOvers, handOver)
}

/** Who has said no is never written to; who was never asked must have agreed just now. */
function mayText({ mayBeTexted }: Pick<Person, 'mayBeTexted'>, isAgreed: boolean): boolean {
  return mayBeTexted ?? isAgreed
}

async function issue(handOvers: HandOvers, { release, person, line, target, params, locale, sender, contactId, cluster, key }: Sending) {
  try {
    return await handOvers.issue({
      brand: release.brand.id,
      customerId: person.customerId,
      lineId: line.id,
      msisdn: line.msisdn,
      targetId: target.id,
      params,
      locale,
      sender,
      contactId,
      cluster,
      key,
      minutes: target.minutes ?? usualMinutes,
    })
  } catch (error) {
    if (error instanceof ClientError && error.code === 'TOO_MANY') return undefined
    throw error
  }
}

async function unsent(handOvers: HandOvers, handOver: HandOver, reason: string): Promise<Sent> {
  await handOvers.note(handOver.id, { type: 'unsent', reason })
  return again(handOvers, handOver)
}

async function again(handOvers: HandOvers, handOver: HandOver): Promise<Sent> {
  return statusOf((await handOvers.get(handOver.id)) ?? handOver)
}

/** What is known of its sending: also for who asks a second time. */
function statusOf(handOver: HandOver): Sent {
  const last = handOver.events.findLast(({ type }) => type === 'sent' || type === 'unsent')
  if (last?.type === 'sent') return { status: 'sent', handOver }
  if (last?.type !== 'unsent') return { status: 'pending', handOver }
  const { reason } = last
  if (reason === 'notConfigured') return { status: 'noSms', reason, handOver }
  return { status: reason === 'unknown' ? 'pending' : 'refused', reason, handOver }
}
