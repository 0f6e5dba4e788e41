import { Type, type Static } from 'typebox'
import { chosenIn, destinationOf, destinationOfPage } from '../../hand-over/menu.ts'
import type { Destination } from '../../hand-over/place.ts'
import { sendHandOver, type SendStatus } from '../../hand-over/send.ts'
import type { Handler } from '../../http/handler.ts'
import type { CompiledRelease } from '../../release/compile.ts'
import type { ReleaseEngine } from '../../release/engine.ts'
import { clusterOf } from '../cluster.ts'
import type { CareDependencies, Person, PersonLine } from '../contract.ts'
import { msisdnOf } from '../wanted.ts'
import type { Signatures } from './signature.ts'
import { createWebhook } from './webhook.ts'

const Number = Type.String({ pattern: '^(\\+?[0-9 ./()-]{3,24}|anonymous|unknown|)$', description: 'a telephone number' })

/** What the operator's voice menu says of a caller who has come to a choice. */
const Call = Type.Object(
  {
    callId: Type.String({ pattern: '^[\\w.:@-]{1,128}$', description: 'letters, digits and . : @ - _, at most 128' }),
    from: Number,
    dialled: Number,
    /** The keys from the beginning of the menu: `1.3`; empty for the menu itself. */
    choice: Type.String({ pattern: '^([0-9*#](\\.[0-9*#]){0,9})?$', description: 'up to 10 keys with points between them, such as 1.3' }),
    /** He has agreed to an SMS in this call. */
    consent: Type.Optional(Type.Boolean()),
    at: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
type Call = Static<typeof Call>

/**
 * What the voice menu is told, and nothing about anybody: `sent` · `notMobile`: this number takes no SMS of ours · `noConsent`: ask him, and say so ·
 * `noTarget`: this choice leads nowhere in the app · `tooMany` · `closed`: no SMS can be sent now.
 */
type Action = 'sent' | 'notMobile' | 'noConsent' | 'noTarget' | 'tooMany' | 'closed'

const actions: Readonly<Record<SendStatus, Action>> = {
  sent: 'sent',
  // Perhaps it has left: who is told so waits for it, and may choose again.
  pending: 'sent',
  refused: 'closed',
  noSms: 'closed',
  noConsent: 'noConsent',
  tooMany: 'tooMany',
}

type Dependencies = CareDependencies & { engine: Pick<ReleaseEngine, 'get' | 'state'>; signatures: Signatures | undefined }

/**
 * `POST /care/voice-menu`: sends a caller to what he has chosen, by the number he dialled and the keys he pressed. Only to mobile numbers of customers who let
 * us write to them. The same choice in the same call is sent once.
 */
export function createVoiceMenu({ signatures, ...dependencies }: Dependencies): Handler {
  const { directory, audit, engine, log, now } = dependencies
  return createWebhook<Call>(
    { path: '/care/voice-menu', schema: Call, take: async (call) => ({ action: await take(call) }) },
    { signatures, log },
  )

  async function take(call: Call): Promise<Action> {
    const [from, dialled] = [msisdnOf(call.from), msisdnOf(call.dialled)]
    const chosen = destinationFor(engine, dialled, call.choice)
    if (!chosen) return 'noTarget'
    const { release, target } = chosen
    const brand = release.brand.id
    const person = from !== undefined && isMobile(from) ? await directory.byNumber(brand, from) : undefined
    const line = person?.lines.find(({ msisdn, kind }) => msisdn === from && kind === 'voice')
    if (!person || !line) return 'notMobile'
    const details = { target: target.id, line: line.id, ...(call.consent === true && { consent: 'inThisCall' }) }
    await audit.write({ brand, who: 'voiceMenu', what: 'handOver.sent', about: person.customerId, details })
    const sent = await sendHandOver(dependencies, {
      release,
      person,
      line,
      target,
      params: {},
      locale: localeOf(release, person),
      sender: { kind: 'voiceMenu', callId: call.callId },
      contactId: undefined,
      cluster: await clusterOf({ ...dependencies, moment: new Date(now()) }, brand, person, line.id),
      key: JSON.stringify([call.callId, dialled, call.choice]),
      isAgreed: call.consent === true,
    })
    return actions[sent.status]
  }
}

/** The brand whose menu answers the number that was dialled, and what the choice leads to in its app. */
function destinationFor(engine: Dependencies['engine'], dialled: string | undefined, choice: string): Found | undefined {
  for (const { brand } of engine.state()) {
    const release = engine.get(brand)
    const menu = [...(release?.care.menus.values() ?? [])].find(({ numbers }) => dialled !== undefined && numbers.includes(dialled))
    if (!release || !menu) continue
    const chosen = chosenIn(menu, choice === '' ? [] : choice.split('.'))
    if (!chosen) return undefined
    const target = 'page' in chosen ? destinationOfPage(release, chosen.page) : destinationOf(release, chosen.end.target ?? '')
    return target && { release, target }
  }
  return undefined
}
type Found = { release: CompiledRelease; target: Destination }

function localeOf({ brand }: CompiledRelease, { locale }: Person) {
  return brand.locales.find((one) => one === locale) ?? brand.defaultLocale
}

/** In Italy mobile numbers begin with 3. Of other countries the operator's own list of lines says all there is to know. */
function isMobile(msisdn: PersonLine['msisdn']): boolean {
  return !msisdn.startsWith('+39') || msisdn.startsWith('+393')
}
